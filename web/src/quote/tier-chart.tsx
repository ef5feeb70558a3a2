import type { View } from '../api/api.js';
import { LineChart } from '../parts/line-chart.js';
import { Table } from '../parts/table.js';
import { useFormat } from '../words/format.js';
import { usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { drawTiers } from './tiers.js';
import type { ItemMeter } from './use-meter.js';
import { quoteWords } from './words.js';

/** What suppliers promise at which volume: drawn, and as figures. */
export const TierChart = ({
  offers,
  ceilingRp,
  meter: { committedPacks, packCode, baseUnit },
}: {
  readonly offers: readonly View<'ItemOfferView'>[];
  readonly ceilingRp: number;
  readonly meter: ItemMeter;
}) => {
  const words = useWords(quoteWords);
  const format = useFormat();
  const packs = usePacks();
  if (offers.length === 0) return null;
  const series = drawTiers(offers, ceilingRp, committedPacks, words.ceiling);
  return (
    <details class="more">
      <summary>{words.tiers}</summary>
      <p class="small">{words.tiersAbout}</p>
      {series.length > 0 && (
        <LineChart
          title={words.tiers}
          series={series}
          xName={(x) => packs.count(Math.round(x), packCode)}
          yName={(y) => format.rupiah(y)}
        />
      )}
      {offers.map(({ offerId, supplierName, terms }) => (
        <Table
          key={offerId}
          caption={supplierName}
          rows={terms.tiers}
          keyOf={({ fromPacks }) => String(fromPacks)}
          columns={[
            { name: words.from, of: ({ fromPacks }) => packs.count(fromPacks, packCode), isNumber: true },
            {
              name: words.price,
              of: ({ priceRpPerUnit }) => packs.perUnit(priceRpPerUnit, baseUnit),
              isNumber: true,
            },
          ]}
        />
      ))}
    </details>
  );
};
