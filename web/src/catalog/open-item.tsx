import { Card } from '../parts/card.js';
import { PriceBars } from '../parts/price-bars.js';
import { useFormat } from '../words/format.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import type { OpenItem } from './use-open-items.js';
import { catalogWords } from './words.js';

/** An item that can be ordered now: alone and together, drawn. */
export const OpenItemCard = ({
  of: { item, poolId, poolTitle, prices },
  lastRp,
}: {
  readonly of: OpenItem;
  /** What it was awarded at last, per base unit; null where it never was. */
  readonly lastRp: number | null;
}) => {
  const words = useWords(catalogWords);
  const format = useFormat();
  const packs = usePacks();
  const nameOf = useGoods();
  return (
    <Card href={`/putaran/${poolId}`} title={nameOf(item)}>
      <p class="small">{packs.size(item)}</p>
      <PriceBars
        bars={[
          {
            name: words.alone,
            text: packs.perUnit(prices.aloneRp, item.baseUnit),
            value: prices.aloneRp,
            tone: 'other',
          },
          {
            name: words[prices.certainty],
            text: <strong>{packs.perUnit(prices.togetherRp, item.baseUnit)}</strong>,
            value: prices.togetherRp,
            tone: 'main',
          },
          ...(lastRp === null
            ? []
            : [
                {
                  name: words.last,
                  text: packs.perUnit(lastRp, item.baseUnit),
                  value: lastRp,
                  tone: 'main' as const,
                },
              ]),
        ]}
      />
      <p class="small">
        {prices.savedRp > 0
          ? `${words.saves(packs.perUnit(prices.savedRp, item.baseUnit), format.percent(prices.savedShare))} · ${poolTitle}`
          : words.sameYet}
      </p>
    </Card>
  );
};
