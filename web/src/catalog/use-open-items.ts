import { dataOf, type View } from '../api/api.js';
import { useAsk } from '../api/use-ask.js';
import { comparePrices, type Comparison } from './compare-prices.js';

export interface OpenItem {
  readonly poolId: string;
  readonly poolTitle: string;
  readonly item: View<'PoolItemView'>;
  readonly prices: Comparison;
}

/** So few pools are open in a region at once. */
const MOST = 4;

/** What can be bought together now, with both prices. */
export const useOpenItems = () =>
  useAsk('catalog:open', async (api): Promise<readonly OpenItem[]> => {
    const { data } = await dataOf(
      api.GET('/api/v1/pools', { params: { query: { state: 'open', limit: MOST } } }),
    );
    const each = await Promise.all(
      data
        .filter(({ side }) => side === 'buy')
        .map(async ({ id, title }) => {
          const params = { path: { poolId: id } };
          const [pool, meter] = await Promise.all([
            dataOf(api.GET('/api/v1/pools/{poolId}', { params })),
            dataOf(api.GET('/api/v1/pools/{poolId}/meter', { params })),
          ]);
          return pool.items.map((item): OpenItem => {
            const now = meter.items.find(({ itemId }) => itemId === item.itemId);
            return {
              poolId: id,
              poolTitle: title,
              item,
              prices: comparePrices(item.referenceRpPerUnit, {
                fixedRp: item.distribution?.priceRpPerUnit ?? null,
                guaranteedRp: now?.guaranteedRpPerUnit ?? null,
                ceilingRp: item.ceilingRpPerUnit ?? item.referenceRpPerUnit,
              }),
            };
          });
        }),
    );
    return each.flat();
  });
