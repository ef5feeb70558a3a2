import { Link } from 'wouter-preact';
import type { View } from '../api/api.js';
import { LotBadge } from '../lot/lot-state.js';
import { useGoodsName } from '../lot/use-lot.js';
import { Bars } from '../parts/bars.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { resultsWords } from './results-words.js';

/** A lot of a pool in short: how far it is, and once contracted who delivers at what price and what that saves. */
export const LotResult = ({
  lot,
  brought,
}: {
  readonly lot: View<'LotView'>;
  readonly brought: View<'LotBroughtView'> | undefined;
}) => {
  const words = useWords(resultsWords);
  const format = useFormat();
  const { goods, pack } = useGoodsName()(lot);
  const unit = format.unit(lot.baseUnit);
  const links = [
    ['penawaran', words.toBids],
    ['penetapan', words.toAward],
    ['pembagian', words.toShares],
  ] as const;
  return (
    <article class="card card-links">
      <header class="card-head">
        <h3>
          <Link href={`/paket/${lot.id}`}>{goods}</Link>
        </h3>
        <LotBadge state={lot.state} />
      </header>
      {brought === undefined ? (
        <p>{words.asked(format.number(lot.quantityPacks), pack)}</p>
      ) : (
        <>
          <p>
            {words.packs(format.number(brought.allocatedPacks), format.number(brought.demandPacks), pack)}
          </p>
          <p class="strong">
            {lot.side === 'sell'
              ? words.lotGained(format.shortRupiah(brought.savedRp))
              : words.lotSaved(format.shortRupiah(brought.savedRp))}{' '}
            <span class="small">({words.lotAlone(format.shortRupiah(brought.aloneRp))})</span>
          </p>
          <Bars
            most={brought.demandPacks}
            of={brought.suppliers.map(({ supplierName, packs, priceRpPerUnit }) => ({
              name: supplierName,
              value: packs,
              text: `${format.number(packs)} × ${format.rupiah(priceRpPerUnit)}/${unit}`,
            }))}
          />
          <p class="links">
            {links
              .filter(([path]) => path !== 'penawaran' || lot.mode === 'tender')
              .map(([path, name]) => (
                <Link key={path} href={`/paket/${lot.id}/${path}`}>
                  {name}
                  <span class="hidden-words">: {goods}</span>
                </Link>
              ))}
          </p>
        </>
      )}
    </article>
  );
};
