import type { Words } from '../kernel/words.js';
import type { PoolSide } from '../pool/side.js';
import type { LandedShare, OutReason, TakenTolerance } from './coalition/coalition.js';
import type { BestSingle, BindingConstraint } from './lot-award.js';
import type { KoperasiPart } from './reckon-koperasi.js';
import type { LosingReason } from './word-reason.js';

export interface ExplainedZone {
  readonly zoneCode: string;
  readonly packs: number;
  readonly surchargeRpPerUnit: number;
  readonly freightRpPerUnit: number;
  readonly amountRp: number;
}

export interface ExplainedLine {
  /** Null where a supplier distributes at a fixed price. */
  readonly bidId: string | null;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly tierNo: number;
  readonly packs: number;
  readonly priceRpPerUnit: number;
  readonly surchargeRp: number;
  readonly freightRp: number;
  readonly taxRp: number;
  readonly fixedRp: number;
  readonly amountRp: number;
  readonly zones: readonly ExplainedZone[];
}

/** Without a koperasi to who may not know whose part it is. */
export type ExplainedKoperasi = Omit<KoperasiPart, 'koperasiId'> & { readonly koperasiId: string | null };

/** A line that gets nothing, under its draw, and why: a clause in each language. */
export interface LeftOutLine extends Words {
  readonly draw: string;
  readonly askedPacks: number;
  readonly reason: OutReason;
  /** What it would have had and paid, where a limit keeps it out. */
  readonly wouldPay: LandedShare | null;
}

/** Why an award is as it is, as data. */
export interface Explanation {
  readonly lotId: string;
  readonly awardId: string;
  readonly packCode: string;
  readonly packSizeMilli: number;
  readonly baseUnit: string;
  readonly side: PoolSide;
  /** The lot's limit: in a sell pool its floor. */
  readonly ceilingRpPerUnit: number;
  /** What every buyer of a lot that is sold pays per unit; null in a buy pool, or where nothing is sold. */
  readonly clearingRpPerUnit: number | null;
  readonly referenceRpPerUnit: number;
  readonly demandPacks: number;
  readonly awardedPacks: number;
  readonly unservedPacks: number;
  readonly costRp: number;
  readonly penaltyRp: number;
  readonly termsRp: number;
  readonly missingSuppliers: number;
  readonly missingSuppliersRp: number;
  readonly totalRp: number;
  readonly boundRp: number;
  readonly gapPpm: number;
  readonly groupLotIds: readonly string[];
  readonly lines: readonly ExplainedLine[];
  readonly bestSingle: (BestSingle & { readonly supplierName: string }) | null;
  readonly savedRp: number | null;
  readonly constraints: readonly (BindingConstraint & Words & { readonly subjectName: string })[];
  readonly unpricedConstraints: number;
  readonly losers: readonly (LosingReason & {
    readonly supplierId: string;
    readonly supplierName: string;
  })[];
  readonly koperasi: readonly ExplainedKoperasi[];
  /** Asked by lines that a limit keeps out. */
  readonly leftPacks: number;
  /** Taken beyond what was asked: what the lot comes to with these packs, and without. */
  readonly tolerance: Omit<TakenTolerance, 'lotId'> | null;
  readonly leftOut: readonly LeftOutLine[];
  /** Of all lots awarded together: lines left out that were not weighed anew, for there were too many. */
  readonly unweighed: number;
}
