export type { Cause, LosingReason } from './lot-award.js';
import type { LosingReason } from './lot-award.js';

/**
 * What the award engine reads and what it answers. Quantities are whole packs, prices whole rupiah per
 * base unit (kg, litre, piece), a pack's size milli-units of it (g, ml, 1/1000 piece).
 */

/** All-units tier: the tier that the packs awarded reach prices every one of them. */
export interface PriceTier {
  /** Fewest packs at this price; the first tier's is 1, or the least the supplier sells. */
  readonly fromPacks: number;
  readonly priceRpPerUnit: number;
}

export interface BidToAward {
  readonly bidId: string;
  readonly supplierId: string;
  /** ISO 8601 instant; equal costs go to the earlier bid, then to the smaller id. */
  readonly submittedAt: string;
  readonly capacityPacks: number;
  /** 0 or more: if awarded anything at all, at least so many. */
  readonly minimumPacks: number;
  readonly leadTimeDays: number;
  /** Rising `fromPacks`. */
  readonly tiers: readonly PriceTier[];
}

export interface LotToAward {
  readonly lotId: string;
  readonly demandPacks: number;
  /** Milli base units in one pack: 50,000 for a sack of 50 kg. */
  readonly packSizeMilli: number;
  readonly ceilingRpPerUnit: number;
  readonly bids: readonly BidToAward[];
}

export interface AwardLine {
  readonly bidId: string;
  readonly supplierId: string;
  /** Position in the bid's tiers. */
  readonly tier: number;
  readonly packs: number;
  readonly priceRpPerUnit: number;
  /** `amountRp(packs, packSizeMilli, priceRpPerUnit)`. */
  readonly amountRp: number;
}

/** The best that one supplier alone could have done: as many packs as any can serve, of those the cheapest. */
export interface BestSingle {
  readonly line: AwardLine;
  readonly unservedPacks: number;
  /** The line and the penalty of what it leaves unserved. */
  readonly totalRp: number;
}

export interface LotAward {
  readonly lotId: string;
  /** Earlier bids first. */
  readonly lines: readonly AwardLine[];
  /** Sum of the lines. */
  readonly costRp: number;
  readonly unservedPacks: number;
  /** What the unserved packs weigh in the comparison: (ceiling + Rp1) per unit; nobody pays it. */
  readonly penaltyRp: number;
  /**
   * Proven: no award has a smaller cost plus penalty. The comparison is exact in milli-rupiah, before
   * each line is rounded to whole rupiah.
   */
  readonly boundRp: number;
  /** Room between the bound and this award, in millionths of it, rounded up; 0 is a proven optimum. */
  readonly gapPpm: number;
  readonly bestSingle: BestSingle | null;
  /** Against the best single supplier; null when none could have served as many packs. */
  readonly savedRp: number | null;
  /** Exactly one for each bid without packs, earlier bids first. */
  readonly reasons: readonly LosingReason[];
  readonly way: 'direct' | 'solver';
  /** Branch-and-bound nodes of the first solve; the same on every machine. */
  readonly nodes: number;
}
