import { taxRpPerUnit } from '../../offer/tax-per-unit.js';
import type { AwardProblem, ProblemBid, ProblemLot } from './award-problem.js';

type Sided = Pick<AwardProblem, 'side'>;
type Termed = Pick<AwardProblem, 'side' | 'annualRateBps'>;

/**
 * One tier's price as the search sees it. A weight is in rupiah per unit with less always better: on the
 * sell side it is the price taken negative, so that both sides are one search. Zones add their extra.
 */
export interface WeighedPrice {
  /** At the tier itself; minimum orders count it, on either side. */
  readonly priceRpPerUnit: number;
  /** What is held against the limit. */
  readonly landedWeightRpPerUnit: number;
  /** What is compared: landed less what paying later is worth. */
  readonly weightRpPerUnit: number;
}

/** What paying so many days later is worth per unit, rounded down: Rp12,000, 600 bps a year, 30 days -> Rp59. */
export const termsRpPerUnit = (priceRpPerUnit: number, annualRateBps: number, paymentDays: number): number =>
  Number((BigInt(priceRpPerUnit) * BigInt(annualRateBps) * BigInt(paymentDays)) / 3_650_000n);

/** Surcharge and freight of a bid in a zone, rupiah per unit; null where it does not deliver. */
export const extraRpPerUnit = (
  { surchargeRpPerUnit, freightRpPerUnit }: Pick<ProblemBid, 'surchargeRpPerUnit' | 'freightRpPerUnit'>,
  zoneId: string,
): number | null => {
  const surcharge = surchargeRpPerUnit[zoneId];
  return surcharge === null ? null : (surcharge ?? 0) + (freightRpPerUnit[zoneId] ?? 0);
};

/**
 * The landed price of a unit in a zone, a positive number on either side; null where the bid does not deliver.
 *
 *   buy  Rp10,000, surcharge 200, freight 300, tax 110 bps -> Rp10,610
 *   sell Rp10,000, surcharge 200, freight 300              -> Rp9,500
 */
export const landedRpPerUnit = (
  { side }: Sided,
  bid: Pick<ProblemBid, 'surchargeRpPerUnit' | 'freightRpPerUnit' | 'taxBps'>,
  priceRpPerUnit: number,
  zoneId: string,
): number | null => {
  const extra = extraRpPerUnit(bid, zoneId);
  if (extra === null) return null;
  return side === 'buy'
    ? priceRpPerUnit + taxRpPerUnit(priceRpPerUnit, bid.taxBps) + extra
    : priceRpPerUnit - extra;
};

/**
 *   buy  Rp12,000, tax 0, 600 bps a year, 30 days -> landed 12,000, weight 11,941
 *   sell Rp12,000, the same terms                 -> landed -12,000, weight -11,941
 */
export const weighPrice = (
  { side, annualRateBps }: Termed,
  { taxBps, paymentDays }: Pick<ProblemBid, 'taxBps' | 'paymentDays'>,
  priceRpPerUnit: number,
): WeighedPrice => {
  const terms = termsRpPerUnit(priceRpPerUnit, annualRateBps, paymentDays);
  if (side === 'sell')
    return {
      priceRpPerUnit,
      landedWeightRpPerUnit: -priceRpPerUnit,
      weightRpPerUnit: terms - priceRpPerUnit,
    };
  const landed = priceRpPerUnit + taxRpPerUnit(priceRpPerUnit, taxBps);
  return { priceRpPerUnit, landedWeightRpPerUnit: landed, weightRpPerUnit: landed - terms };
};

/** A lot's limit as a weight; an unserved unit weighs Rp1 more. Ceiling 11,000 -> 11,000; floor 9,000 -> -9,000. */
export const weighLimit = ({ side }: Sided, { limitRpPerUnit }: ProblemLot): number =>
  side === 'buy' ? limitRpPerUnit : -limitRpPerUnit;

/** Less is better, on both sides: a total of 100 weighs 100 when buying, -100 when selling. Its own inverse. */
export const weighTotal = ({ side }: Sided, totalMilliRp: bigint): bigint =>
  side === 'buy' ? totalMilliRp : -totalMilliRp;
