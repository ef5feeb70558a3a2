import { Transform } from 'class-transformer';
import { Id, Instant, ListOf, MAX_WHOLE, Packs, Rupiah, Text, Whole } from '../../platform/http/fields.js';
import { AwardedSupplierView } from './summary.dto.js';
import { PageView } from '../../platform/http/page.js';

const MOST_POOLS = 12;

export class ResultsQuery {
  @Id({ optional: true, about: 'The `nextCursor` of the page before.' })
  cursor?: string;
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,2}$/.test(value) ? Number(value) : value,
  )
  @Whole({ optional: true, min: 1, max: MOST_POOLS, about: 'Pools on a page; 6 when left out.' })
  limit?: number;
}

export class BroughtView {
  @Rupiah({ min: 0, about: 'As allocated, at the awarded prices.' })
  togetherRp: number;
  @Rupiah({
    min: 0,
    about: "Each koperasi's packs at the cheapest bid that sells so few, else at the reference price.",
  })
  aloneRp: number;
  @Rupiah({ min: -MAX_WHOLE })
  savedRp: number;
}

export class PoolBroughtView extends BroughtView {
  @Id()
  poolId: string;
  @Text()
  title: string;
  @Text({ about: 'Kemendagri code of the city.', example: '32.71' })
  regionCode: string;
  @Text()
  side: string;
  @Text()
  purpose: string;
  @Instant({ nullable: true })
  closedAt: Date | null;
  @Whole({ about: 'Koperasi with packs.' })
  koperasiCount: number;
}

export class PoolBroughtPageView extends PageView {
  @ListOf(() => PoolBroughtView)
  data: PoolBroughtView[];
}

export class LotBroughtView extends BroughtView {
  @Id()
  lotId: string;
  @Text()
  commodityNameId: string;
  @Text()
  commodityNameEn: string;
  @Text({ example: 'Karung 50 kg' })
  packNameId: string;
  @Text({ example: 'Sack of 50 kg' })
  packNameEn: string;
  @Whole({ min: 1, about: 'Milli base units in a pack: 50000 is 50 kg.' })
  packSizeMilli: number;
  @Text({ about: 'UN/CEFACT Rec 20 code of the base unit.' })
  baseUnit: string;
  @Text()
  state: string;
  @Packs()
  demandPacks: number;
  @Packs({ min: 0 })
  allocatedPacks: number;
  @Rupiah({ about: 'Per base unit.' })
  referenceRpPerUnit: number;
  @Whole({ about: 'Koperasi to whom no bidder would have sold so few.' })
  aloneAtReference: number;
  @ListOf(() => AwardedSupplierView)
  suppliers: AwardedSupplierView[];
}

export class DistrictBroughtView extends BroughtView {
  @Text({ about: 'Kemendagri code of the kecamatan.', example: '32.71.01' })
  districtCode: string;
  @Text()
  districtName: string;
  @Whole({ min: 1 })
  koperasiCount: number;
}

export class KoperasiBroughtView extends BroughtView {
  @Id()
  koperasiId: string;
  @Text()
  koperasiName: string;
  @Text({ nullable: true, about: 'Kemendagri code of its kelurahan or desa.' })
  regionCode: string | null;
}

export class PoolResultsView extends PoolBroughtView {
  @ListOf(() => LotBroughtView, { about: 'Those whose contract is signed.' })
  lots: LotBroughtView[];
  @ListOf(() => DistrictBroughtView)
  districts: DistrictBroughtView[];
  @ListOf(() => KoperasiBroughtView, {
    nullable: true,
    max: 100_000,
    about: 'Each koperasi, for members of the pool and who oversees all; null to the public.',
  })
  koperasi: KoperasiBroughtView[] | null;
}
