import { Link } from 'wouter-preact';
import { actingParty, type PartyKind } from '../api/session.js';
import { useTitle } from '../frame/head.js';
import { Icon } from '../parts/icon.js';
import { useWords } from '../words/words.js';
import { hubWords } from './hub-words.js';

const all: readonly PartyKind[] = ['koperasi', 'organiser', 'supplier', 'kitchen', 'carrier'];
const places = [
  ['pay', 'tagihan', all],
  ['pay', 'uang-muka', ['koperasi']],
  ['pay', 'utang', all],
  ['pay', 'keputusan', all],
  ['pay', 'pembayaran', all],
  ['get', 'piutang', all],
  ['get', 'mutasi', all],
  ['get', 'titipan', all],
  ['books', 'pesanan-pembelian', ['koperasi', 'organiser', 'supplier', 'kitchen']],
  ['books', 'tagihan-penjual', ['koperasi', 'organiser', 'supplier', 'kitchen']],
  ['books', 'titip-jual', ['koperasi', 'organiser', 'supplier', 'kitchen']],
  ['books', 'faktur', ['koperasi', 'organiser', 'supplier', 'kitchen']],
  ['books', 'rekening', all],
  ['books', 'neraca', all],
  ['books', 'belanja', ['koperasi', 'organiser']],
  ['settings', 'rekening-bank', all],
  ['settings', 'tempo', ['koperasi', 'organiser', 'supplier', 'kitchen']],
  ['settings', 'akun-bayar', all],
  ['settings', 'akun-bayar-keluar', all],
] as const;
const groups = ['pay', 'get', 'books', 'settings'] as const;

/** Everything about money in one place, each with a line of what it is for. */
const MoneyScreen = () => {
  const words = useWords(hubWords);
  useTitle(words.title);
  const kind = actingParty()?.kind;
  const own = places.filter(
    ([, , kinds]) => kind !== undefined && (kinds as readonly PartyKind[]).includes(kind),
  );
  return (
    <>
      <h1>{words.title}</h1>
      {groups.map((group) => (
        <section key={group}>
          <h2>{words[group]}</h2>
          <ul class="rows">
            {own
              .filter(([of]) => of === group)
              .map(([, name]) => (
                <li key={name}>
                  <Link href={`/${name}`} class="row-link">
                    <span>
                      <span class="row-name">{words[name]}</span>
                      <span class="small">{words[`${name}About`]}</span>
                    </span>
                    <span class="row-end">
                      <Icon name="next" />
                    </span>
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
};

export default MoneyScreen;
