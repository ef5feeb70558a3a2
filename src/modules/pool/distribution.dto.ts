import { Id, Packs, Part, Rupiah, Text, UnitPrice } from '../../platform/http/fields.js';

const aboutQuota =
  'Paling banyak untuk satu koperasi dalam putaran ini, semua pesanannya dijumlahkan. ' +
  'The most for one koperasi in this pool, all its lines together.';

export class DistributionBody {
  @Id()
  supplierId: string;

  @UnitPrice({ about: 'Fixed, per base unit; at most the ceiling.', example: 11_000 })
  priceRpPerUnit: number;

  @Packs({ about: aboutQuota, example: 40 })
  quotaPerBuyerPacks: number;

  @Packs({ optional: true, nullable: true, about: 'For this pool; left out: as much as is asked.' })
  stockPacks?: number | null;

  @Packs({ optional: true, nullable: true, about: 'At once, per koperasi; left out: all at once.' })
  maxPerPickupPacks?: number | null;

  @Text({ max: 200, example: 'Gudang Bulog Mrican, Kota Kediri' })
  pickupPlace: string;
}

export class DistributionRuleView {
  @Text({ max: 1000 })
  id: string;
  @Text({ max: 1000 })
  en: string;
}

export class DistributionView {
  @Id()
  supplierId: string;
  @Text()
  supplierName: string;
  @Rupiah({ about: 'Fixed, per base unit.' })
  priceRpPerUnit: number;
  @Packs({ about: aboutQuota })
  quotaPerBuyerPacks: number;
  @Packs({ nullable: true })
  stockPacks: number | null;
  @Packs({ nullable: true, about: 'At once, per koperasi.' })
  maxPerPickupPacks: number | null;
  @Text({ max: 200 })
  pickupPlace: string;
  @Part(() => DistributionRuleView, { about: 'All of it in plain words, for who is about to commit.' })
  rule: DistributionRuleView;
}
