import { outReasons } from '../../core/award/coalition/coalition.js';
import { constraintKinds } from '../../core/award/lot-award.js';
import { languages, type Language } from '../../core/kernel/words.js';
import { poolSides, type PoolSide } from '../../core/pool/side.js';
import {
  Id,
  ListOf,
  MAX_WHOLE,
  OneOf,
  Packs,
  Part,
  Rupiah,
  Text,
  Whole,
  Words,
} from '../../platform/http/fields.js';
import { AwardLineView, BestSingleView, LosingBidView } from './award.dto.js';

export class ExplanationQuery {
  @OneOf(languages, { optional: true, about: 'As a page of plain text in this language; left out: as data.' })
  language?: Language;
}

export class ConstraintView {
  @OneOf(constraintKinds)
  kind: string;
  @Id({ about: 'The bid, supplier or lot whose limit it is.' })
  subjectId: string;
  @Text()
  subjectName: string;
  @Rupiah({ about: 'What the award would weigh less without it, by solving it so.' })
  costsRp: number;
  @Text({ max: 500 })
  id: string;
  @Text({ max: 500 })
  en: string;
}

export class KoperasiPartView {
  @Id({ nullable: true, about: 'Null to the public.' })
  koperasiId: string | null;
  @Text({ nullable: true, about: 'Null to the public.' })
  koperasiName: string | null;
  @Text({ about: 'Its place in the published draw.' })
  draw: string;
  @Packs()
  askedPacks: number;
  @Packs({ min: 0, about: "By the pool's rule, if this award stands." })
  packs: number;
  @Rupiah({ min: 0 })
  amountRp: number;
  @Rupiah({ min: 0, about: 'The same packs at the reference price.' })
  referenceRp: number;
  @Rupiah({ min: -MAX_WHOLE })
  savedRp: number;
}

export class LandedView {
  @Packs({ min: 0 })
  packs: number;
  @Rupiah({ min: -MAX_WHOLE, about: 'Everything included.' })
  amountRp: number;
}

export class ToleranceView extends LandedView {
  @Part(() => LandedView, { about: 'What was asked, and what it would have come to.' })
  plain: LandedView;
}

export class LeftOutView {
  @Text({ about: "The line's place in the published draw." })
  draw: string;
  @Packs()
  askedPacks: number;
  @OneOf(outReasons)
  reason: string;
  @Part(() => LandedView, {
    nullable: true,
    about: 'What it would have had and paid, where a limit keeps it out.',
  })
  wouldPay: LandedView | null;
  @Text({ max: 500 })
  id: string;
  @Text({ max: 500 })
  en: string;
}

export class ExplanationView {
  @Id()
  lotId: string;
  @Id()
  awardId: string;
  @Text()
  packCode: string;
  @Whole({ min: 1 })
  packSizeMilli: number;
  @Text()
  baseUnit: string;
  @Rupiah()
  ceilingRpPerUnit: number;
  @OneOf(poolSides)
  side: PoolSide;
  @Rupiah({ nullable: true, about: 'What every buyer of a lot that is sold pays per unit of full grade.' })
  clearingRpPerUnit: number | null;
  @Rupiah()
  referenceRpPerUnit: number;
  @Packs()
  demandPacks: number;
  @Packs({ min: 0 })
  awardedPacks: number;
  @Packs({ min: 0 })
  unservedPacks: number;
  @Rupiah({ min: 0 })
  costRp: number;
  @Rupiah({ min: 0 })
  penaltyRp: number;
  @Rupiah({ min: 0 })
  termsRp: number;
  @Whole()
  missingSuppliers: number;
  @Rupiah({ min: 0 })
  missingSuppliersRp: number;
  @Rupiah({ min: -MAX_WHOLE })
  totalRp: number;
  @Rupiah({ min: 0 })
  boundRp: number;
  @Whole()
  gapPpm: number;
  @Words()
  groupLotIds: readonly string[];
  @ListOf(() => AwardLineView)
  lines: readonly AwardLineView[];
  @Part(() => BestSingleView, { nullable: true })
  bestSingle: BestSingleView | null;
  @Rupiah({ min: -MAX_WHOLE, nullable: true })
  savedRp: number | null;
  @ListOf(() => ConstraintView, { about: 'Limits that made the award dearer, the dearest first.' })
  constraints: readonly ConstraintView[];
  @Whole({ about: 'Limits that may bind and were not priced, for there were too many.' })
  unpricedConstraints: number;
  @ListOf(() => LosingBidView)
  losingBids: readonly LosingBidView[];
  @ListOf(() => KoperasiPartView, { max: 100_000 })
  koperasi: readonly KoperasiPartView[];
  @Packs({ min: 0, about: 'Asked by lines that a limit price keeps out.' })
  leftPacks: number;
  @Part(() => ToleranceView, {
    nullable: true,
    about: 'Taken beyond what was asked, of lines that tolerate more.',
  })
  tolerance: ToleranceView | null;
  @ListOf(() => LeftOutView, { max: 100_000, about: 'Lines that get nothing, each with its reason.' })
  leftOut: readonly LeftOutView[];
  @Whole({ about: 'Of all lots awarded together: lines left out that were not weighed anew.' })
  unweighed: number;
}
