import { assertWhole } from '../../kernel/whole.js';
import type { AwardProblem, ProblemBid, ProblemLot, SupplierTerms } from './award-problem.js';

const assertAtLeast = (value: number, least: number, name: string): void => {
  assertWhole(value, name);
  if (value < least) throw new RangeError(`${name} must be at least ${least}, got ${value}`);
};

const assertWithin = (value: number, least: number, most: number, name: string): void => {
  assertAtLeast(value, least, name);
  if (value > most) throw new RangeError(`${name} must be at most ${most}, got ${value}`);
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
  assertAtLeast(lot.minSuppliers, 0, `minSuppliers ${of}`);
  assertAtLeast(lot.missingSupplierRp, 0, `missingSupplierRp ${of}`);
  assertWhole(lot.minSuppliers * lot.missingSupplierRp * 1000, `missing suppliers in milli-rupiah ${of}`);
  assertWithin(lot.reservedShareBps, 0, 10_000, `reservedShareBps ${of}`);
  assertOnce(
    lot.demands.map(({ zoneId }) => zoneId),
    `in lot ${lot.lotId} zone`,
  );
  for (const { zoneId, packs, buyers } of lot.demands) {
    assertAtLeast(packs, 0, `packs of zone ${zoneId} ${of}`);
    for (const each of buyers ?? []) assertAtLeast(each, 0, `packs of a buyer in zone ${zoneId} ${of}`);
    const asked = buyers?.reduce((sum, each) => sum + each, 0) ?? packs;
    if (asked !== packs)
      throw new RangeError(`buyers in zone ${zoneId} ${of} ask ${asked} packs, the zone ${packs}`);
  }
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

/** Years x rate at which paying later would be worth the goods themselves, in basis points x days. */
const WHOLE_WORTH = 10_000 * 365;

const assertTerms = ({ side, annualRateBps }: AwardProblem, bid: ProblemBid): void => {
  const of = `of bid ${bid.bidId}`;
  assertWithin(bid.taxBps, 0, side === 'buy' ? 10_000 : 0, `taxBps ${of} on the ${side} side`);
  assertAtLeast(bid.paymentDays, 0, `paymentDays ${of}`);
  assertWithin(annualRateBps * bid.paymentDays, 0, WHOLE_WORTH, `annualRateBps x paymentDays ${of}`);
  if (bid.maxPerBuyerPacks !== null) assertAtLeast(bid.maxPerBuyerPacks, 0, `maxPerBuyerPacks ${of}`);
  for (const [zoneId, freight] of Object.entries(bid.freightRpPerUnit))
    assertAtLeast(freight, 0, `freight in ${zoneId} ${of}`);
};

/** A limit per buyer needs to know the buyers; on the sell side nothing but the prices bounds the sums. */
const assertFit = ({ side }: AwardProblem, lot: ProblemLot, bid: ProblemBid): void => {
  const of = `of bid ${bid.bidId}`;
  const unknown = lot.demands.find(({ packs, buyers }) => packs > 0 && buyers === undefined);
  if (bid.maxPerBuyerPacks !== null && unknown)
    throw new RangeError(`maxPerBuyerPacks ${of} needs the buyers of zone ${unknown.zoneId}`);
  if (side === 'buy') return;
  const demand = lot.demands.reduce((sum, { packs }) => sum + packs, 0);
  const highest = bid.tiers.reduce((most, { priceRpPerUnit }) => Math.max(most, priceRpPerUnit), 0);
  assertWhole(demand * lot.packSizeMilli * (highest + 1), `demand x packSizeMilli x highest price ${of}`);
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
export const assertProblem = (problem: AwardProblem): void => {
  const { lots, suppliers, bids } = problem;
  assertAtLeast(problem.annualRateBps, 0, 'annualRateBps');
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
  for (const bid of bids) {
    assertBid(bid);
    assertTerms(problem, bid);
  }
  const lotOf = new Map(lots.map((lot) => [lot.lotId, lot]));
  const supplierIds = new Set(suppliers.map(({ supplierId }) => supplierId));
  for (const bid of bids) {
    const { bidId, lotId, supplierId } = bid;
    const lot = lotOf.get(lotId);
    if (!lot) throw new RangeError(`bid ${bidId} is on the unknown lot ${lotId}`);
    if (!supplierIds.has(supplierId))
      throw new RangeError(`bid ${bidId} is of the unknown supplier ${supplierId}`);
    assertFit(problem, lot, bid);
  }
};
