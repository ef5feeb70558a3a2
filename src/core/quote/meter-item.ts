import type { BoundOffer } from '../offer/offer-terms.js';
import type { AwardRule } from '../pool/award-rule.js';

/** An item of an open pool as the meter reads it. */
export interface MeterItem {
  readonly itemId: string;
  readonly packSizeMilli: number;
  readonly ceilingRpPerUnit: number;
  /** What the organiser adds per base unit. */
  readonly feeRpPerUnit: number;
  /** What the pool declared about its awards. */
  readonly rule: AwardRule;
  /** Standing offers that bind it. */
  readonly offers: readonly BoundOffer[];
  /** What is committed now, by kecamatan. */
  readonly demands: readonly MeterDemand[];
}

export interface MeterDemand {
  readonly zoneId: string;
  readonly packs: number;
  readonly koperasiCount: number;
  /** Of these, packs of lines with a limit price, by limit; left out: none has one. */
  readonly limits?: readonly LimitedPacks[];
}

export interface LimitedPacks {
  /** Landed: above it, the line leaves. */
  readonly limitRpPerUnit: number;
  readonly packs: number;
}

/** What reaching the next tier would bring. */
export interface NextTier {
  /** So many packs more, over all of the item. */
  readonly missingPacks: number;
  /** What would be guaranteed then. */
  readonly priceRpPerUnit: number;
  readonly savesRpPerUnit: number;
  /** What each koperasi that is in now would save, on average over their packs; null while none is in. */
  readonly savesRpPerKoperasi: number | null;
}

/** What the meter says of an item. */
export interface ItemMeter {
  readonly itemId: string;
  readonly committedPacks: number;
  /** Of these, what stays at that price: the rest is of lines whose limit is below it. */
  readonly stayingPacks: number;
  readonly koperasiCount: number;
  /** The landed price per base unit that nobody would pay more than if the pool closed now; null: the ceiling alone is certain. */
  readonly guaranteedRpPerUnit: number | null;
  /** Committed packs that no standing offer reaches; they are counted in at the ceiling. */
  readonly unreachedPacks: number;
  readonly nextTier: NextTier | null;
}
