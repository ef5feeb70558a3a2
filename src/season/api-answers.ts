/**
 * What the season reads from the API's answers: a client's own view, so that an answer that changes its shape is
 * noticed by the season that is played and not smoothed over by a shared class.
 */
export interface SessionAnswer {
  readonly token: string;
  readonly person: { readonly id: string };
  readonly memberships: readonly { readonly partyId: string; readonly code: string; readonly name: string }[];
}

export interface PartyAnswer {
  readonly id: string;
  readonly name: string;
  readonly regionCode: string | null;
}

export interface CommodityAnswer {
  readonly code: string;
  readonly packs: readonly { readonly code: string; readonly sizeMilli: number }[];
  readonly priceReferences: readonly { readonly level: string; readonly zone: string; readonly maxRp: number }[];
}

export interface RequirementAnswer {
  readonly id: string;
  readonly kitchenId: string;
  readonly state: 'draft' | 'published';
  readonly version: number;
  readonly lines: readonly {
    readonly id: string;
    readonly neededOn: string;
    readonly commodityCode: string;
    readonly quantityMilli: number;
  }[];
}

export interface PoolAnswer {
  readonly id: string;
  readonly state: string;
  readonly items: readonly {
    readonly itemId: string;
    readonly packCode: string;
    readonly commodityNameId: string;
    readonly ceilingRpPerUnit: number;
    readonly referenceRpPerUnit: number;
  }[];
}

export interface CommitmentAnswer {
  readonly id: string;
  readonly itemId: string;
  readonly koperasiId: string;
  readonly beneficiaryId: string;
  readonly quantityPacks: number;
  readonly tolerancePacks: number;
  readonly requirementLineId: string | null;
  readonly state: 'active' | 'withdrawn';
  readonly version: number;
}

export interface LotAnswer {
  readonly id: string;
  readonly itemId: string;
  readonly commodityCode: string;
  readonly packCode: string;
  readonly packSizeMilli: number;
  readonly baseUnit: string;
  readonly ceilingRpPerUnit: number;
  readonly state: string;
  readonly quantityPacks: number;
  readonly koperasiCount: number;
  readonly failedReason: string | null;
  readonly zones: readonly { readonly quantityPacks: number }[];
}

export interface MemberLineAnswer {
  readonly lineId: string;
  readonly quantityPacks: number;
  readonly lotId: string | null;
  readonly refusal: string | null;
}

export interface BidAnswer {
  readonly bidId: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly terms: {
    readonly capacityPacks: number;
    readonly minimumPacks: number;
    readonly tiers: readonly { readonly fromPacks: number; readonly priceRpPerUnit: number }[];
  } | null;
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

export interface ShareAnswer {
  readonly lineId: string;
  readonly koperasiId: string;
  readonly askedPacks: number;
  readonly allocatedPacks: number;
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

export interface TrialBalanceAnswer {
  readonly accounts: readonly { readonly purpose: string; readonly debitRp: number; readonly creditRp: number }[];
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
