import type { Distribution } from '../../core/pool/distribution.js';
import { wordDistribution } from '../../core/pool/word-distribution.js';
import type { DistributionBody } from './distribution.dto.js';
import type { DistributionRow } from './distribution.reader.js';
import type { PoolItemView } from './pool.dto.js';
import type { PoolItemRow } from './pool.reader.js';

/** The terms that a body asks for; what it leaves out is without limit. */
export const termsOf = ({ stockPacks, maxPerPickupPacks, ...terms }: DistributionBody): Distribution => ({
  ...terms,
  stockPacks: stockPacks ?? null,
  maxPerPickupPacks: maxPerPickupPacks ?? null,
});

/** An item as an answer, with its terms of distribution in figures and words. */
export const showItem = (item: PoolItemRow, terms: readonly DistributionRow[]): PoolItemView => {
  const own = terms.find(({ itemId }) => itemId === item.itemId);
  if (own === undefined) return { ...item, distribution: null };
  const { itemId: _, isSupplierActive: __, ...distribution } = own;
  return { ...item, distribution: { ...distribution, rule: wordDistribution(own, item.baseUnit) } };
};
