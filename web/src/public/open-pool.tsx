import { Link } from 'wouter-preact';
import { dataOf, type View } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { Answered } from '../parts/asked.js';
import { Meter } from '../parts/meter.js';
import { usePool } from '../pool/use-pool.js';
import { useFormat } from '../words/format.js';
import { useLanguage } from '../words/language.js';
import { defineWords, useWords } from '../words/words.js';

const openWords = defineWords({
  id: {
    closes: (time: string) => `Ditutup ${time}`,
    koperasi: (count: number) => `${count} koperasi`,
    meter: (name: string) => `Terkumpul: ${name}`,
    most: (price: string, unit: string) => `Paling mahal ${price} per ${unit}`,
    fixed: (price: string, unit: string) => `Harga tetap ${price} per ${unit}`,
    next: (missing: string, price: string) => `Kurang ${missing} lagi untuk ${price}`,
    lowest: 'Harga janji terbaik sudah tercapai',
    nothing: 'belum ada pesanan',
    none: 'Belum ada harga janji',
    join: 'Buka putaran ini',
  },
  en: {
    closes: (time: string) => `Closes ${time}`,
    koperasi: (count: number) => `${count} koperasi`,
    meter: (name: string) => `Gathered: ${name}`,
    most: (price: string, unit: string) => `At most ${price} per ${unit}`,
    fixed: (price: string, unit: string) => `Fixed price ${price} per ${unit}`,
    next: (missing: string, price: string) => `${missing} more for ${price}`,
    lowest: 'The best standing offer is reached',
    nothing: 'nothing ordered yet',
    none: 'No standing offer yet',
    join: 'Open this pool',
  },
});

const Item = ({
  of: item,
  fixedRp,
}: {
  readonly of: View<'ItemMeterView'>;
  /** Where it is distributed at a price that nothing moves. */
  readonly fixedRp: number | null;
}) => {
  const words = useWords(openWords);
  const format = useFormat();
  const language = useLanguage();
  const name = language === 'id' ? item.commodityNameId : item.commodityNameEn;
  const quantity = format.quantity(item.committedPacks * item.packSizeMilli, item.baseUnit);
  const { nextTier: next, guaranteedRpPerUnit } = item;
  const unit = format.unit(item.baseUnit);
  const told =
    next === null
      ? guaranteedRpPerUnit === null
        ? words.none
        : words.lowest
      : words.next(
          format.quantity(next.missingPacks * item.packSizeMilli, item.baseUnit),
          `${format.rupiah(next.priceRpPerUnit)}/${unit}`,
        );
  return (
    <li class="gathered">
      <p class="gathered-head">
        <strong>{name}</strong>
        <span>
          {item.committedPacks === 0 ? words.nothing : `${quantity} · ${words.koperasi(item.koperasiCount)}`}
        </span>
      </p>
      {next !== null && (
        <Meter
          label={words.meter(name)}
          value={item.committedPacks}
          most={item.committedPacks + next.missingPacks}
          text={`${quantity}. ${told}`}
        />
      )}
      <p class="small">
        {fixedRp === null
          ? `${words.most(format.rupiah(guaranteedRpPerUnit ?? item.ceilingRpPerUnit), unit)}. ${told}.`
          : `${words.fixed(format.rupiah(fixedRp), unit)}.`}
      </p>
    </li>
  );
};

/** A pool that is open, with what is gathered of each of its goods. */
export const OpenPool = ({ of: pool }: { readonly of: View<'PoolView'> }) => {
  const words = useWords(openWords);
  const format = useFormat();
  const whole = usePool(pool.id);
  const fixedOf = (id: string): number | null =>
    whole.state === 'done'
      ? (whole.data.items.find(({ itemId }) => itemId === id)?.distribution?.priceRpPerUnit ?? null)
      : null;
  const meter = useAsk(`meter:${pool.id}`, (api) =>
    dataOf(api.GET('/api/v1/pools/{poolId}/meter', { params: { path: { poolId: pool.id } } })),
  );
  return (
    <article class="card">
      <h3>
        <Link href={`/putaran/${pool.id}`}>{pool.title}</Link>
      </h3>
      <p class="strong">{words.closes(`${format.day(pool.closesAt)}, ${format.time(pool.closesAt)}`)}</p>
      <Answered of={meter}>
        {({ items }) => (
          <ul class="gathered-list">
            {items.map((item) => (
              <Item key={item.itemId} of={item} fixedRp={fixedOf(item.itemId)} />
            ))}
          </ul>
        )}
      </Answered>
    </article>
  );
};
