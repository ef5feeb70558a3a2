import { Id, Instant, ListOf, OneOf, Rupiah, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery, PageView } from '../../platform/http/page.js';
import { PackedGoodsView } from '../catalog/index.js';

export class TendersQuery extends PageQuery {
  @Text({
    optional: true,
    max: 20,
    about: 'Kemendagri code; of pools of this region only.',
    example: '32.71',
  })
  regionCode?: string;
}

export class TenderRowView extends PackedGoodsView {
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
  @Whole({ min: 0, max: 1_000_000_000 })
  quantityPacks: number;
  @Whole({ min: 0 })
  koperasiCount: number;
  @Rupiah({ about: 'Most per base unit; in a sell pool the least.' })
  ceilingRpPerUnit: number;
  @Instant({ about: 'The deadline, by the clock of the database.' })
  closesAt: Date;
}

export class TenderListPage extends PageView {
  @ListOf(() => TenderRowView)
  data: TenderRowView[];
}
