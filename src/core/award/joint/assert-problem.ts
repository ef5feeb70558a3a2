import { assertWhole } from '../../kernel/whole.js';
import type { AwardProblem, ProblemBid, ProblemLot, SupplierTerms } from './award-problem.js';

const assertAtLeast = (value: number, least: number, name: string): void => {
  assertWhole(value, name);
  if (value < least) throw new RangeError(`${name} must be at least ${least}, got ${value}`);
};

const assertOnce = (ids: readonly string[], what: string): void => {
  const seen = new Set<string>();
  for (const id of ids) {
    if (seen.has(id)) throw new RangeError(`${what} ${id} stands twice`);
    seen.add(id);
  }
};

const assertLot = (lot: ProblemLot): void => {
  const of = `of lot ${lot.lotId}`;
  assertAtLeast(lot.packSizeMilli, 1, `packSizeMilli ${of}`);
  assertAtLeast(lot.limitRpPerUnit, 0, `limitRpPerUnit ${of}`);
  assertAtLeast(lot.maxShareBps, 0, `maxShareBps ${of}`);
  assertOnce(
    lot.demands.map(({ zoneId }) => zoneId),
    `in lot ${lot.lotId} zone`,
  );
  for (const { zoneId, packs } of lot.demands) assertAtLeast(packs, 0, `packs of zone ${zoneId} ${of}`);
  const demand = lot.demands.reduce((sum, { packs }) => sum + packs, 0);
  assertWhole(
    demand * lot.packSizeMilli * (lot.limitRpPerUnit + 1),
    `demand x packSizeMilli x ceiling ${of}`,
  );
};

const assertSupplier = (terms: SupplierTerms): void => {
  const of = `of supplier ${terms.supplierId}`;
  assertAtLeast(terms.fixedChargeRp, 0, `fixedChargeRp ${of}`);
  assertWhole(terms.fixedChargeRp * 1000, `fixedChargeRp in milli-rupiah ${of}`);
  assertAtLeast(terms.minimumOrderRp, 0, `minimumOrderRp ${of}`);
  assertWhole(terms.minimumOrderRp * 1000, `minimumOrderRp in milli-rupiah ${of}`);
  if (terms.capacityMilli !== null) assertAtLeast(terms.capacityMilli, 0, `capacityMilli ${of}`);
};

const assertBid = (bid: ProblemBid): void => {
  const of = `of bid ${bid.bidId}`;
  assertAtLeast(bid.capacityPacks, 0, `capacityPacks ${of}`);
  assertAtLeast(bid.minimumPacks, 0, `minimumPacks ${of}`);
  if (Number.isNaN(Date.parse(bid.submittedAt)))
    throw new RangeError(`submittedAt ${of} is no instant: ${bid.submittedAt}`);
  let previous = 0;
  for (const { fromPacks, priceRpPerUnit } of bid.tiers) {
    assertAtLeast(fromPacks, previous + 1, `fromPacks ${of}`);
    assertAtLeast(priceRpPerUnit, 0, `priceRpPerUnit ${of}`);
    previous = fromPacks;
  }
  for (const [zoneId, surcharge] of Object.entries(bid.surchargeRpPerUnit))
    if (surcharge !== null) assertAtLeast(surcharge, 0, `surcharge in ${zoneId} ${of}`);
};

/**
 * Refuses a problem the engine cannot reason about: fractions, falling tiers, ids that stand twice or
 * nowhere, sums beyond exact doubles. Such a problem is a fault of the caller, not a shortage.
 *
 *   a bid on lot x, no lot x -> RangeError: bid b is on the unknown lot x
 *
 * @throws RangeError
 */
export const assertProblem = ({ lots, suppliers, bids }: AwardProblem): void => {
  assertOnce(
    lots.map(({ lotId }) => lotId),
    'lot',
  );
  assertOnce(
    suppliers.map(({ supplierId }) => supplierId),
    'supplier',
  );
  assertOnce(
    bids.map(({ bidId }) => bidId),
    'bid',
  );
  assertOnce(
    bids.map(({ supplierId, lotId }) => JSON.stringify([supplierId, lotId])),
    'the supplier and lot',
  );
  lots.forEach(assertLot);
  suppliers.forEach(assertSupplier);
  bids.forEach(assertBid);
  const lotIds = new Set(lots.map(({ lotId }) => lotId));
  const supplierIds = new Set(suppliers.map(({ supplierId }) => supplierId));
  for (const { bidId, lotId, supplierId } of bids) {
    if (!lotIds.has(lotId)) throw new RangeError(`bid ${bidId} is on the unknown lot ${lotId}`);
    if (!supplierIds.has(supplierId))
      throw new RangeError(`bid ${bidId} is of the unknown supplier ${supplierId}`);
  }
};
