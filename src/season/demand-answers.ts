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
  readonly priceReferences: readonly {
    readonly level: string;
    readonly zone: string;
    readonly maxRp: number;
  }[];
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
  readonly worstLandedRp: number;
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
  readonly tolerancePacks: number;
  readonly lotId: string | null;
  readonly refusal: string | null;
}

export interface MeterAnswer {
  readonly items: readonly {
    readonly itemId: string;
    readonly packCode: string;
    readonly commodityNameId: string;
    readonly baseUnit: string;
    readonly committedPacks: number;
    readonly ceilingRpPerUnit: number;
    readonly guaranteedRpPerUnit: number | null;
    readonly nextTier: { readonly missingPacks: number; readonly priceRpPerUnit: number } | null;
  }[];
}

export interface QuotedLineAnswer {
  readonly itemId: string;
  readonly quantityPacks: number;
  readonly worstRpPerUnit: number;
}

export interface HappeningAnswer {
  readonly subjectId: string;
  readonly textId: string;
}
