import type { Pricing } from '../pool/pricing.js';
import type { PoolSide } from '../pool/side.js';
import type { ChargeParts } from './compose-charge.js';

/** What a supplier was awarded of a lot, in one zone of it or (null) in all. */
export interface AwardedPart {
  readonly supplierId: string;
  readonly zoneId: string | null;
  readonly packs: number;
  /** Goods, surcharge, freight and tax; not the fixed charge. */
  readonly amountRp: number;
  /** Of it freight, as estimated when bids closed; left out: none. */
  readonly freightRp?: number;
}

/** Packs that a line was allocated from a supplier. */
export interface AllocatedPart {
  readonly lineId: string;
  readonly supplierId: string;
  readonly zoneId: string;
  readonly packs: number;
  /** The line's own limit, landed, rupiah per base unit; in a sell pool the least proceeds. */
  readonly maxLandedRp: number | null;
}

export interface LotToPrice {
  /** Left out: buy. */
  readonly side?: PoolSide;
  /** What every buyer of a lot that is sold pays per base unit of full grade; null or left out: nothing was sold. */
  readonly clearingRpPerUnit?: number | null;
  readonly poolId: string;
  readonly packSizeMilli: number;
  readonly pricing: Pricing;
  readonly awards: readonly AwardedPart[];
  /** The lot's part of each supplier's fixed charge. */
  readonly fixed: readonly { readonly supplierId: string; readonly amountRp: number }[];
  readonly parts: readonly AllocatedPart[];
  /** What the award says each line's packs come to, landed; where it does not, they are shared here. Not of a sale. */
  readonly landedRp?: ReadonlyMap<string, number>;
}

/** What a line's packs from a supplier come to, fixed when the lot is shared out and never moved. */
export interface PricedPart extends AllocatedPart {
  /** What the charge is made of. */
  readonly parts: ChargeParts;
  /** The koperasi (sell: the bidder) pays it when every pack is accepted; fixed charges and fee included. */
  readonly chargeRp: number;
  /** The supplier (sell: the koperasi) bills it when every pack is accepted; fixed charge (sell: fee) not included. */
  readonly billRp: number;
  /** The lot's (or zone's) price per base unit, rounded half up, at least 1: to be shown; amounts count. */
  readonly priceRpPerUnit: number;
}
