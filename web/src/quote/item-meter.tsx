import type { View } from '../api/api.js';
import { Meter as MeterBar } from '../parts/meter.js';
import { useFormat } from '../words/format.js';
import { useGoods, usePacks } from '../words/packs.js';
import { useWords } from '../words/words.js';
import { TierChart } from './tier-chart.js';
import type { ItemMeter } from './use-meter.js';
import { quoteWords } from './words.js';

/** What is certain about an item's price now, and how it is called. */
export const priceNow = (
  meter: Pick<ItemMeter, 'guaranteedRpPerUnit' | 'ceilingRpPerUnit'>,
  fixedRpPerUnit: number | null,
): { readonly name: 'fixed' | 'guaranteed' | 'ceilingOnly'; readonly priceRp: number } => {
  if (fixedRpPerUnit !== null) return { name: 'fixed', priceRp: fixedRpPerUnit };
  if (meter.guaranteedRpPerUnit !== null) return { name: 'guaranteed', priceRp: meter.guaranteedRpPerUnit };
  return { name: 'ceilingOnly', priceRp: meter.ceilingRpPerUnit };
};

/** One item's meter: how much by how many, the price that is certain now, and what the next tier needs and saves. */
export const ItemMeterCard = ({
  meter,
  item,
  offers,
}: {
  readonly meter: ItemMeter;
  readonly item: View<'PoolItemView'> | undefined;
  readonly offers: readonly View<'ItemOfferView'>[];
}) => {
  const words = useWords(quoteWords);
  const format = useFormat();
  const packs = usePacks();
  const nameOf = useGoods();
  const { committedPacks, koperasiCount, nextTier, baseUnit, packCode } = meter;
  const { name, priceRp } = priceNow(meter, item?.distribution?.priceRpPerUnit ?? null);
  const belowRp = (item?.referenceRpPerUnit ?? meter.ceilingRpPerUnit) - priceRp;
  const have = packs.count(committedPacks, packCode);
  const most = nextTier === null ? Math.max(1, committedPacks) : committedPacks + nextTier.missingPacks;
  // Without a promised tier there is nothing to fill up to.
  const hasTiers = nextTier !== null || (meter.guaranteedRpPerUnit !== null && offers.length > 0);
  return (
    <article class="card item-meter">
      <h3>{nameOf(meter)}</h3>
      <p class="small">{packs.size(meter)}</p>
      {committedPacks === 0 ? (
        <p>
          {words.nobodyYet}. {words.beFirst}
        </p>
      ) : (
        <p class="item-meter-have">
          <strong>{have}</strong> ({packs.amount(committedPacks, meter)}){' '}
          {words.byKoperasi(format.number(koperasiCount))}
        </p>
      )}
      {hasTiers && (
        <MeterBar
          label={words.collected}
          value={committedPacks}
          most={most}
          text={nextTier === null ? words.meterAll(have) : words.meterText(have, packs.count(most, packCode))}
        />
      )}
      {nextTier !== null && (
        <p class="item-meter-next">
          {words.next(
            packs.count(nextTier.missingPacks, packCode),
            packs.perUnit(nextTier.priceRpPerUnit, baseUnit),
          )}
          {nextTier.savesRpPerKoperasi !== null &&
            `: ${words.savesEach(format.rupiah(nextTier.savesRpPerKoperasi))}`}
          .
        </p>
      )}
      {hasTiers && nextTier === null && committedPacks > 0 && (
        <p class="item-meter-next">{words.bestReached}.</p>
      )}
      <p class="item-meter-price">
        <span>{words[name]}</span>
        <strong>{packs.perUnit(priceRp, baseUnit)}</strong>
      </p>
      {belowRp > 0 && <p class="small">{words.below(packs.perUnit(belowRp, baseUnit))}.</p>}
      {name === 'ceilingOnly' && <p class="small">{words.ceilingAbout}</p>}
      <TierChart offers={offers} ceilingRp={meter.ceilingRpPerUnit} meter={meter} />
    </article>
  );
};
