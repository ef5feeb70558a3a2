import { priceAt } from '../../../src/core/award/price-at.js';
import { amountRp } from '../../../src/core/kernel/quantity.js';
import type { View } from '../api/api.js';
import { Notice } from '../parts/notice.js';
import { usePacks } from '../words/packs.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import type { BidDraft } from './bid-form.js';
import { tenderWords } from './tender-words.js';
import { areSorted, wholeTiers } from '../offer/tier-drafts.js';

/** What the bid comes to in words, before it is sent; and what would make it worthless. */
export const BidSum = ({ lot, draft }: { readonly lot: View<'LotView'>; readonly draft: BidDraft }) => {
  const words = useWords(tenderWords);
  const format = useFormat();
  const packs = usePacks();
  const tiers = wholeTiers(draft.tiers);
  const limit = packs.perUnit(lot.ceilingRpPerUnit, lot.baseUnit);
  if (!areSorted(tiers)) return <Notice tone="warning" title={words.unsorted} />;
  const isBeyond = tiers.some(({ priceRpPerUnit }) =>
    lot.side === 'buy' ? priceRpPerUnit > lot.ceilingRpPerUnit : priceRpPerUnit < lot.ceilingRpPerUnit,
  );
  const most = Math.min(draft.capacityPacks ?? lot.quantityPacks, lot.quantityPacks);
  const price = priceAt(tiers, most)?.priceRpPerUnit;
  return (
    <>
      {isBeyond && <Notice tone="warning" title={words.above(limit)} />}
      {price !== undefined && (
        <Notice tone="info" title={words.sum}>
          <p>
            {words.sumAll(
              packs.both(most, lot),
              format.rupiah(amountRp(most, lot.packSizeMilli, price)),
              packs.perUnit(price, lot.baseUnit),
            )}
          </p>
        </Notice>
      )}
    </>
  );
};
