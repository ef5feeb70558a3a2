/** What the season reads of bids, awards, goods and money: the client's own view, as in demand-answers. */
export interface BidAnswer {
  readonly bidId: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly terms: {
    readonly capacityPacks: number;
    readonly minimumPacks: number;
    readonly tiers: readonly { readonly fromPacks: number; readonly priceRpPerUnit: number }[];
  } | null;
  /** Null for a standing offer, which was never sealed. */
  readonly hash: string | null;
  /** What the hash is of, to the letter; null while it is sealed. */
  readonly sealedText: string | null;
}

/** What a bidder gets for a bid: proof of what it sealed, and when. */
export interface BidReceiptAnswer {
  readonly lotId: string | null;
  readonly hash: string;
}

export interface TenderAnswer {
  readonly openedAt: string | null;
  readonly bidCount: number | null;
}

export interface AwardAnswer {
  readonly lotId: string;
  readonly state: string;
  readonly demandPacks: number;
  readonly awardedPacks: number;
  readonly unservedPacks: number;
  readonly tolerancePacks: number;
  readonly leftPacks: number;
  readonly costRp: number;
  readonly gapPpm: number;
  readonly lines: readonly {
    readonly bidId: string;
    readonly supplierId: string;
    readonly supplierName: string;
    readonly tierNo: number;
    readonly packs: number;
    readonly priceRpPerUnit: number;
    readonly amountRp: number;
  }[];
  readonly losingBids: readonly {
    readonly bidId: string;
    readonly supplierName: string;
    readonly code: string;
    readonly id: string;
    readonly en: string;
  }[];
  readonly proposedBy: string | null;
  readonly approvedBy: string | null;
}

export interface ContractAnswer {
  readonly supplierId: string;
  readonly answer: string | null;
}

export interface ShareAnswer {
  readonly lineId: string;
  readonly koperasiId: string;
  readonly askedPacks: number;
  readonly allocatedPacks: number;
  readonly draw: string;
  readonly suppliers: readonly { readonly supplierId: string; readonly packs: number }[];
}

export interface DropAnswer {
  readonly id: string;
  readonly supplierId: string;
  readonly koperasiId: string;
  readonly state: string;
}

export interface DropLineAnswer {
  readonly lineId: string;
  readonly lotId: string;
  readonly shippedPacks: number;
  readonly acceptedPacks: number | null;
  readonly quarantinedPacks: number | null;
  readonly damagedPacks: number | null;
  readonly missingPacks: number | null;
}

export interface DropDetailAnswer extends DropAnswer {
  /** Null: something is still to be paid before it may leave. */
  readonly releasedAt: string | null;
  readonly lines: readonly DropLineAnswer[];
}

export interface InvoiceAnswer {
  readonly id: string;
  readonly dropId: string;
  readonly amountRp: number;
  readonly requestedRp: number;
  readonly creditedRp: number;
  readonly quarantinedPacks: number;
  readonly damagedPacks: number;
  readonly missingPacks: number;
}

export interface PaymentRequestAnswer {
  readonly dropId: string;
  readonly amountRp: number;
}

export interface DueAnswer {
  readonly id: string;
  readonly kind: string;
  readonly payerId: string;
  readonly payeeId: string;
  readonly poolId: string | null;
  readonly amountRp: number;
  readonly openRp: number;
  readonly state: string;
}

export interface PaymentAnswer {
  readonly id: string;
  readonly orderId: string;
  readonly state: string;
  /** Null until the gateway has given them. */
  readonly instructions: object | null;
}

export interface TrialBalanceAnswer {
  readonly accounts: readonly {
    readonly purpose: string;
    readonly debitRp: number;
    readonly creditRp: number;
  }[];
  readonly sumRp: number;
  readonly journals: number;
}

export interface TraceAnswer {
  readonly requirementLineId: string;
  readonly poolId: string | null;
  readonly lotId: string | null;
  readonly koperasiId: string | null;
  readonly quantityPacks: number | null;
  readonly allocatedPacks: number | null;
  readonly parts: readonly {
    readonly supplierId: string;
    readonly packs: number;
    readonly dropId: string | null;
    readonly dropState: string | null;
    readonly deliveryNote: string | null;
    readonly acceptedPacks: number | null;
    readonly quarantinedPacks: number | null;
    readonly damagedPacks: number | null;
    readonly missingPacks: number | null;
    readonly invoiceNumber: string | null;
  }[];
}

interface SavingAnswer {
  readonly togetherRp: number;
  readonly aloneRp: number;
  readonly savedRp: number;
}

export interface SummaryAnswer extends SavingAnswer {
  readonly lots: readonly (SavingAnswer & { readonly lotId: string })[];
  readonly koperasi: readonly (SavingAnswer & { readonly koperasiId: string })[];
  readonly checks: readonly {
    readonly name: string;
    readonly holds: boolean;
    readonly left: number;
    readonly right: number;
  }[];
}

export interface InvariantsAnswer {
  readonly promises: readonly string[];
  readonly broken: readonly { readonly promise: string; readonly subject: string; readonly detail: string }[];
}
