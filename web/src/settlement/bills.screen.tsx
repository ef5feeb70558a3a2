import { Link, useSearch } from 'wouter-preact';
import { dataOf } from '../api/api.js';
import { actingParty } from '../api/session.js';
import { useTitle } from '../frame/head.js';
import { Answered, Empty } from '../parts/asked.js';
import { Badge } from '../parts/badge.js';
import { LinkButton } from '../parts/button.js';
import { Choices } from '../parts/choices.js';
import { MoreButton } from '../parts/more-button.js';
import { useRows } from '../parts/more-rows.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { billTones, billWords } from './bill-words.js';
import { WholeBills } from './whole-bills.js';

const states = [
  ['', undefined, 'all'],
  ['selisih', 'differs', 'differs'],
  ['menunggu', 'held', 'held'],
  ['cocok', 'agreed', 'agreed'],
  ['dikredit', 'credited', 'credited'],
  ['selisih-diterima', 'accepted', 'accepted'],
  ['ditarik', 'withdrawn', 'withdrawn'],
] as const;

/** Sellers' bills: what of them agrees with order and receipt, and what is held. */
const BillsScreen = () => {
  const words = useWords(billWords);
  const format = useFormat();
  useTitle(words.bills);
  const party = actingParty();
  const partyId = party?.partyId ?? '';
  const wanted = new URLSearchParams(useSearch()).get('keadaan');
  const [slug, state] = states.find(([name]) => name === wanted) ?? states[0];
  const bills = useRows(`bills:${partyId}:${state ?? ''}`, (api, cursor) =>
    dataOf(
      api.GET('/api/v1/bills', {
        params: {
          query: { ...(state === undefined ? {} : { state }), ...(cursor === undefined ? {} : { cursor }) },
        },
      }),
    ),
  );
  const pathOf = (name: string): string => `/tagihan-penjual${name === '' ? '' : `?keadaan=${name}`}`;
  return (
    <>
      <h1>{words.bills}</h1>
      <p class="lead">{party?.kind === 'supplier' ? words.ownAbout : words.about}</p>
      <Choices
        label={words.states}
        now={pathOf(slug)}
        of={states.map(([name, , word]): [string, string] => [pathOf(name), words[word]])}
      />
      <Answered of={bills.first}>
        {() =>
          bills.rows.length === 0 ? (
            <Empty title={words.none}>
              <p>{words.noneNext}</p>
              <LinkButton href="/pesanan-pembelian">{words.toOrders}</LinkButton>
            </Empty>
          ) : (
            <ul class="rows">
              {bills.rows.map((bill) => (
                <li key={bill.id}>
                  <Link href={`/tagihan-penjual/${bill.id}`} class="row-link">
                    <span>
                      <span class="row-name">
                        {bill.sellerId === partyId ? words.to(bill.buyerName) : words.from(bill.sellerName)}
                      </span>
                      <span class="small">
                        {bill.number} · {format.date(bill.billedOn)}
                        {bill.heldRp > 0 && ` · ${words.heldOf(format.rupiah(bill.heldRp))}`}
                      </span>
                    </span>
                    <span class="row-end">
                      <strong>{format.rupiah(bill.amountRp)}</strong>{' '}
                      <Badge tone={billTones[bill.state]}>{words[bill.state]}</Badge>
                    </span>
                  </Link>
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <MoreButton of={bills} />
      {slug === '' && (party?.kind === 'supplier' || party?.kind === 'organiser') && <WholeBills />}
    </>
  );
};

export default BillsScreen;
