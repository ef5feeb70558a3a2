import { Id, Instant, ListOf, OneOf, Rupiah, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/page.js';

export class TendersQuery extends PageQuery {
  @Text({
    optional: true,
    max: 20,
    about: 'Kemendagri code; of pools of this region only.',
    example: '32.71',
  })
  regionCode?: string;
}

export class TenderRowView {
  @Id()
  lotId: string;
  @Id()
  poolId: string;
  @Text()
  poolTitle: string;
  @Text({ about: 'Kemendagri code.' })
  regionCode: string;
  @OneOf(['buy', 'sell'])
  side: 'buy' | 'sell';
  @Text()
  commodityNameId: string;
  @Text()
  commodityNameEn: string;
  @Text()
  packCode: string;
  @Whole({ min: 1, about: 'Milli base units in a pack.' })
  packSizeMilli: number;
  @Text({ about: 'UN/CEFACT Rec 20 code of the base unit.' })
  baseUnit: string;
  @Whole({ min: 0, max: 1_000_000_000 })
  quantityPacks: number;
  @Whole({ min: 0 })
  koperasiCount: number;
  @Rupiah({ about: 'Most per base unit; in a sell pool the least.' })
  ceilingRpPerUnit: number;
  @Instant({ about: 'The deadline, by the clock of the database.' })
  closesAt: Date;
}

export class TenderListPage {
  @ListOf(() => TenderRowView)
  data: TenderRowView[];
  @Id({ nullable: true })
  nextCursor: string | null;
}
