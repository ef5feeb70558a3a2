import {
  CivilDate,
  Flag,
  Id,
  Instant,
  ListOf,
  OneOf,
  Packs,
  Rupiah,
  UnitPrice,
  Whole,
} from '../../platform/http/fields.js';

/** Fifty thousand tons in sacks: more than any line can mean. */
const MOST_PACKS = 1_000_000;

/** A line of who orders for itself. */
export class OwnLineBody {
  @Id()
  itemId: string;

  @CivilDate({ about: 'Day by which it is needed.' })
  neededBy: string;

  @Packs({ max: MOST_PACKS, about: 'Whole packs.' })
  quantityPacks: number;

  @Packs({
    max: MOST_PACKS,
    min: 0,
    optional: true,
    about: 'Extra packs you would take if that lowers the price for all; 0 when left out.',
  })
  tolerancePacks?: number;

  @Packs({ max: MOST_PACKS, min: 0, optional: true, about: 'Fewer than this is no use; 0 when left out.' })
  minimumPacks?: number;

  @UnitPrice({
    optional: true,
    nullable: true,
    about: 'The most you would pay per base unit, everything included; in a buy pool only.',
  })
  maxLandedRp?: number | null;

  @UnitPrice({
    optional: true,
    nullable: true,
    about: 'The least you would take per base unit of full grade, fees deducted; in a sell pool only.',
  })
  minProceedsRp?: number | null;

  @Flag({
    optional: true,
    about:
      'Whether your packs may move to another open pool of the same goods, at no higher ceiling, if this one misses its minimum and declared that it merges; no when left out.',
  })
  acceptsMerge?: boolean;
}

export class CommitmentLineBody extends OwnLineBody {
  @Id({ optional: true, about: 'A kitchen you are partner of; yourself when left out.' })
  beneficiaryId?: string;
}

export class PlaceCommitmentsBody {
  @Id()
  koperasiId: string;

  @ListOf(() => CommitmentLineBody, { min: 1, max: 50 })
  lines: CommitmentLineBody[];
}

export class AmendCommitmentBody {
  @Packs({ max: MOST_PACKS, optional: true })
  quantityPacks?: number;

  @Packs({ max: MOST_PACKS, min: 0, optional: true })
  tolerancePacks?: number;

  @Packs({ max: MOST_PACKS, min: 0, optional: true })
  minimumPacks?: number;

  @UnitPrice({ optional: true, nullable: true, about: 'In a buy pool.' })
  maxLandedRp?: number | null;

  @UnitPrice({ optional: true, nullable: true, about: 'In a sell pool.' })
  minProceedsRp?: number | null;

  @Flag({ optional: true })
  acceptsMerge?: boolean;
}

export class CommitmentLineView {
  @Id()
  id: string;
  @Id()
  poolId: string;
  @Id()
  itemId: string;
  @Id()
  koperasiId: string;
  @Id()
  beneficiaryId: string;
  @CivilDate()
  neededBy: string;
  @Packs()
  quantityPacks: number;
  @Packs({ min: 0 })
  tolerancePacks: number;
  @Packs({ min: 0 })
  minimumPacks: number;
  @Rupiah({ nullable: true, about: 'Null in a sell pool.' })
  maxLandedRp: number | null;
  @Rupiah({ nullable: true, about: 'Null in a buy pool.' })
  minProceedsRp: number | null;
  @Flag({ about: 'Whether it may move to another pool if this one misses its minimum.' })
  acceptsMerge: boolean;
  @Id({ nullable: true })
  requirementLineId: string | null;
  @Rupiah({
    nullable: true,
    about:
      'Null in a sell pool. What you can come to pay per base unit at most, everything included, whatever others order or suppliers bid.',
  })
  worstLandedRp: number | null;
  @OneOf(['active', 'withdrawn'])
  state: string;
  @Whole({ min: 1, about: 'Send it back as If-Match when amending.' })
  version: number;
}

export class CommitmentsView {
  @ListOf(() => CommitmentLineView)
  data: CommitmentLineView[];
}

export class CommitmentPageView extends CommitmentsView {
  @Id({ nullable: true })
  nextCursor: string | null;
}

export class VersionView {
  @Whole({ min: 1 })
  version: number;
}

export class CommitmentRevisionView {
  @Whole({ min: 1 })
  version: number;
  @OneOf(['placed', 'amended', 'withdrawn'])
  action: string;
  @Packs()
  quantityPacks: number;
  @Packs({ min: 0 })
  tolerancePacks: number;
  @Packs({ min: 0 })
  minimumPacks: number;
  @Rupiah({ nullable: true, about: 'Null in a sell pool.' })
  maxLandedRp: number | null;
  @Rupiah({ nullable: true, about: 'Null in a buy pool.' })
  minProceedsRp: number | null;
  @Flag()
  acceptsMerge: boolean;
  @Id()
  madeBy: string;
  @Instant()
  madeAt: Date;
}

export class CommitmentHistoryView {
  @ListOf(() => CommitmentRevisionView)
  data: CommitmentRevisionView[];
}
