import type { View } from '../api/api.js';
import { Stat, Stats } from '../parts/stat.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { explainedWords } from './explained-words.js';

const MILLION = 1_000_000;

/** What the whole lot costs, what that is per unit, and how sure it is that nothing costs less. */
export const AwardHead = ({
  of: explained,
  lot,
}: {
  readonly of: View<'ExplanationView'>;
  readonly lot: View<'LotView'>;
}) => {
  const words = useWords(explainedWords);
  const format = useFormat();
  const isSale = lot.side === 'sell';
  const units = (explained.awardedPacks * explained.packSizeMilli) / 1000;
  const averageRp = units === 0 ? 0 : explained.costRp / units;
  const apart = 1 - averageRp / explained.referenceRpPerUnit;
  return (
    <>
      <Stats>
        <Stat figure={format.shortRupiah(explained.costRp)}>{isSale ? words.revenue : words.cost}</Stat>
        {units > 0 && (
          <Stat figure={format.rupiah(Math.round(averageRp))}>
            {words.average(format.unit(lot.baseUnit))}
          </Stat>
        )}
        {units > 0 && (
          <Stat figure={format.percent(Math.abs(apart))}>{apart >= 0 ? words.below : words.above}</Stat>
        )}
      </Stats>
      <p class="lead">
        {words.served(format.number(explained.awardedPacks), format.number(explained.demandPacks))}.{' '}
        {lot.mode === 'distribution'
          ? words.fixedPrice
          : explained.gapPpm === 0
            ? isSale
              ? words.provenSale
              : words.proven
            : words.gap(format.percent(explained.gapPpm / MILLION))}
      </p>
    </>
  );
};
