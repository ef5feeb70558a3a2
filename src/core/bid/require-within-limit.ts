import { taxRpPerUnit } from '../offer/tax-per-unit.js';
import type { FreightRate } from '../pool/award-rule.js';
import type { PoolSide } from '../pool/side.js';
import type { BidTerms } from './bid-terms.js';
import { completeTerms } from './complete-terms.js';
import { listExtras } from './list-extras.js';
import { refuseBid } from './refusals.js';

/** What a lot holds every price against. */
export interface LotLimit {
  readonly side: PoolSide;
  /** Ceiling of a lot that is bought, floor of one that is sold; rupiah per base unit, landed. */
  readonly limitRpPerUnit: number;
  /** Kecamatan with demand in the lot. */
  readonly zoneCodes: readonly string[];
  /** The pool's freight of ex-warehouse bids. */
  readonly tariff: readonly FreightRate[];
}

/** Every landed price that a bid asks or pays: of each tier in each kecamatan it reaches. */
const listLanded = (said: BidTerms, { side, zoneCodes, tariff }: LotLimit): number[] => {
  const terms = completeTerms(said);
  const { surchargeRpPerUnit, freightRpPerUnit } = listExtras(terms, zoneCodes, tariff);
  return zoneCodes.flatMap((zoneCode) => {
    const surcharge = surchargeRpPerUnit[zoneCode];
    if (surcharge === null) return [];
    const extra = (surcharge ?? 0) + (freightRpPerUnit[zoneCode] ?? 0);
    return terms.tiers.map(({ priceRpPerUnit }) =>
      side === 'buy'
        ? priceRpPerUnit + taxRpPerUnit(priceRpPerUnit, terms.taxBps) + extra
        : priceRpPerUnit - extra,
    );
  });
};

/**
 * Refuses a bid that no award of its lot could take a pack of, for none of its prices is within the lot's limit
 * anywhere. One whose dearer tiers alone are beyond it may still win by the others.
 *
 *   ceiling 12,000 | 1: Rp12,500, 40: Rp12,000       -> may stand
 *   ceiling 12,000 | 1: Rp11,900, surcharge 200       -> BID_ABOVE_CEILING: Rp12,100 at best
 *   floor 9,000    | 1: Rp8,999                       -> BID_BELOW_FLOOR
 *
 * @throws Refusal
 */
export const requireWithinLimit = (terms: BidTerms, limit: LotLimit): void => {
  const landed = listLanded(terms, limit);
  if (landed.length === 0) return;
  const { side, limitRpPerUnit } = limit;
  if (side === 'buy') {
    const bestRp = Math.min(...landed);
    if (bestRp > limitRpPerUnit)
      throw refuseBid('BID_ABOVE_CEILING', { bestRp, ceilingRp: limitRpPerUnit }, 'tiers');
  } else {
    const bestRp = Math.max(...landed);
    if (bestRp < limitRpPerUnit)
      throw refuseBid('BID_BELOW_FLOOR', { bestRp, floorRp: limitRpPerUnit }, 'tiers');
  }
};
