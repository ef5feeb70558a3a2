import { dataOf, type View } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { Button } from '../parts/button.js';
import { useFormat } from '../words/format.js';
import { useWords } from '../words/words.js';
import { amountAtMostRp, depositRp, totalWorstRp, type RowCost } from './order-cost.js';
import { changedRows, type OrderRow } from './order-form.js';
import { orderWords } from './order-words.js';
import type { Pool } from './use-pool.js';

/** What it can come to at most, the deposit, what is still free; and only then the button. */
export const OrderSum = ({
  pool,
  koperasiId,
  rows,
  costs,
  quote,
}: {
  readonly pool: Pool;
  readonly koperasiId: string;
  readonly rows: readonly OrderRow[];
  readonly costs: readonly (RowCost | null)[];
  readonly quote: ReadonlyMap<string, View<'QuotedLineView'>>;
}) => {
  const words = useWords(orderWords);
  const format = useFormat();
  const exposure = useAsk(`exposure:${pool.organiserId}:${koperasiId}`, (api) =>
    dataOf(
      api.GET('/api/v1/parties/{partyId}/exposures/{koperasiId}', {
        params: { path: { partyId: pool.organiserId, koperasiId } },
      }),
    ),
  );
  const wanted = rows.filter(({ wish }) => wish.quantityPacks > 0);
  const changed = changedRows(rows);
  const worstRp = rows.reduce(
    (sum, { key }, place) => sum + (quote.get(key)?.worstAmountRp ?? costs[place]?.worstAmountRp ?? 0),
    0,
  );
  // Never less than it is: until each row has its answer nothing is told.
  const isReckoned = rows.every(
    ({ key, wish }, place) => wish.quantityPacks === 0 || quote.has(key) || (costs[place] ?? null) !== null,
  );
  const beforeRp = totalWorstRp(
    rows.map(({ line, item }) =>
      line?.state === 'active' && line.worstLandedRp !== null
        ? {
            worstRpPerUnit: line.worstLandedRp,
            worstAmountRp: amountAtMostRp(
              line.quantityPacks + line.tolerancePacks,
              item.packSizeMilli,
              line.worstLandedRp,
            ),
          }
        : null,
    ),
  );
  const nowRp = [...quote.values()].reduce(
    (sum, { guaranteedAmountRp }) => sum + (guaranteedAmountRp ?? 0),
    0,
  );
  const leftRp =
    exposure.state === 'done' && exposure.data.leftRp !== null
      ? exposure.data.leftRp - (worstRp - beforeRp)
      : null;
  const isBuy = pool.side === 'buy';
  const isQuotedWhole =
    quote.size === wanted.length && [...quote.values()].every((each) => each.guaranteedAmountRp !== null);
  return (
    <section class="order-sum" aria-live="polite">
      <h2>{words.sumTitle}</h2>
      {isBuy && wanted.length > 0 && (
        <>
          <dl>
            <div class="order-sum-worst">
              <dt>{words.worstTotal}</dt>
              <dd>{isReckoned ? format.rupiah(worstRp) : '…'}</dd>
            </div>
            {isQuotedWhole && (
              <div>
                <dt>{words.nowTotal}</dt>
                <dd>{format.rupiah(nowRp)}</dd>
              </div>
            )}
            <div>
              <dt>{words.deposit}</dt>
              <dd>
                {pool.deposit.rateBps === 0
                  ? words.noDeposit
                  : format.rupiah(depositRp(worstRp, pool.deposit.rateBps))}
              </dd>
            </div>
            {leftRp !== null && (
              <div>
                <dt>{words.left}</dt>
                <dd>{format.rupiah(leftRp)}</dd>
              </div>
            )}
          </dl>
          <p class="small">{words.worstTotalAbout}</p>
          {leftRp !== null && leftRp < 0 && <p class="problem">{words.overLimit}</p>}
        </>
      )}
      <Button type="submit" isDisabled={changed.length === 0}>
        {rows.some(({ line }) => line?.state === 'active') ? words.sendChange : words.send}
      </Button>
      {changed.length === 0 && <p class="small">{wanted.length === 0 ? words.nothing : words.unchanged}</p>}
    </section>
  );
};
