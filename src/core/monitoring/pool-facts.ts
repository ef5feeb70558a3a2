import type { BidToAward } from '../award/bid-to-award.js';
import type { LotToPrice } from '../settlement/price-lines.js';

export interface AwardedSupplier {
  readonly supplierId: string;
  readonly supplierName: string;
  readonly packs: number;
  readonly priceRpPerUnit: number;
  readonly amountRp: number;
}

/** What a lot came to in the end, rupiah: invoiced - credited + uncovered = billed + fees. */
export interface ClosingFacts {
  readonly invoicedRp: number;
  readonly billedRp: number;
  readonly feesRp: number;
  readonly creditedRp: number;
  readonly uncoveredRp: number;
}

/** A lot with what was bid and awarded; both empty until it is awarded. */
export interface LotFacts {
  readonly lotId: string;
  readonly commodityCode: string;
  readonly packCode: string;
  readonly state: string;
  readonly failedReason: string | null;
  readonly quantityPacks: number;
  readonly packSizeMilli: number;
  readonly referenceRpPerUnit: number;
  readonly awards: readonly AwardedSupplier[];
  readonly bids: readonly BidToAward[];
  /** What its prices follow from; null until it is awarded. */
  readonly toPrice: LotToPrice | null;
  /** Null until its last drop is invoiced. */
  readonly closing: ClosingFacts | null;
}

/** Packs of one commitment line from one supplier. */
export interface AllocationFacts {
  readonly lineId: string;
  readonly lotId: string;
  readonly koperasiId: string;
  readonly koperasiName: string;
  readonly supplierId: string;
  readonly packs: number;
  /** Accepted packs that have been invoiced; null before. */
  readonly invoicedPacks: number | null;
  /** The same x the basis points of their grade; left out: all of full grade. */
  readonly invoicedBps?: number | null;
}

/** Sums over a pool, each counted where it is kept. */
export interface PoolTotals {
  /** Of active lines: all of them, and by how they ended. */
  readonly askedPacks: number;
  readonly allocatedPacks: number;
  readonly shortPacks: number;
  readonly refusedPacks: number;
  /** Of lots that failed or are not shared out yet. */
  readonly unsharedPacks: number;
  /** Of a pool whose lots have not been formed. */
  readonly unformedPacks: number;
  /** Of the lots that have been shared out. */
  readonly awardedPacks: number;
  readonly namedPacks: number;
  readonly surplusPacks: number;
  /** Of lots under way or settled: what was allocated, and what is on their drops. */
  readonly dueOnDropsPacks: number;
  readonly onDropsPacks: number;
  /** Of received drops. */
  readonly shippedPacks: number;
  readonly acceptedPacks: number;
  readonly quarantinedPacks: number;
  readonly damagedPacks: number;
  readonly missingPacks: number;
  readonly invoicedRp: number;
  readonly creditedRp: number;
  /** What suppliers billed. */
  readonly billedRp: number;
  /** Of settled lots: what was invoiced, paid back, left uncovered, billed, and the fees. */
  readonly settledInvoicesRp: number;
  readonly paidBackRp: number;
  readonly uncoveredRp: number;
  readonly settledBillsRp: number;
  readonly feesRp: number;
  /** Asked for on drops that are invoiced, before and after, and on those that are not yet. */
  readonly settledRequestsRp: number;
  readonly openRequestsRp: number;
  /** From the postings of the pool's journals; debits are positive. */
  readonly debitRp: number;
  readonly creditRp: number;
  /** Of those who deliver and those who get the goods; what an organiser sells and buys is in the equalisation. */
  readonly salesRp: number;
  readonly purchasesRp: number;
  readonly equalisationRp: number;
  readonly earnedFeesRp: number;
  readonly prepaidRp: number;
  readonly unearnedRp: number;
}

export interface PoolFacts {
  readonly lots: readonly LotFacts[];
  readonly allocations: readonly AllocationFacts[];
  readonly totals: PoolTotals;
}
