import type { Distribution } from '../../core/pool/distribution.js';
import type { PoolSide } from '../../core/pool/side.js';
import { wordDistribution } from '../../core/pool/word-distribution.js';
import type { DistributionBody } from './distribution.dto.js';
import type { DistributionRow } from './distribution.reader.js';
import type { GradeRow } from './grade.reader.js';
import type { PoolItemView } from './pool.dto.js';
import type { PoolItemRow } from './pool.reader.js';

/** The terms that a body asks for; what it leaves out is without limit. */
export const termsOf = ({ stockPacks, maxPerPickupPacks, ...terms }: DistributionBody): Distribution => ({
  ...terms,
  stockPacks: stockPacks ?? null,
  maxPerPickupPacks: maxPerPickupPacks ?? null,
});

/** An item as an answer: its limit in the word of its side, its terms of distribution in figures and words. */
export const showItem = (
  side: PoolSide,
  { ceilingRpPerUnit: limit, ceilingSource: source, ...row }: PoolItemRow,
  terms: readonly DistributionRow[],
  grades: readonly GradeRow[],
): PoolItemView => {
  const isSell = side === 'sell';
  const item = {
    ...row,
    ceilingRpPerUnit: isSell ? null : limit,
    ceilingSource: isSell ? null : source,
    floorRpPerUnit: isSell ? limit : null,
    floorSource: isSell ? source : null,
    grades: grades
      .filter(({ itemId }) => itemId === row.itemId)
      .map(({ code, priceBps }) => ({ code, priceBps })),
  };
  const own = terms.find(({ itemId }) => itemId === item.itemId);
  if (own === undefined) return { ...item, distribution: null };
  const { itemId: _, isSupplierActive: __, ...distribution } = own;
  return { ...item, distribution: { ...distribution, rule: wordDistribution(own, item.baseUnit) } };
};
