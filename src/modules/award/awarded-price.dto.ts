import { Id, Instant, ListOf, Packs, Rupiah, Text } from '../../platform/http/fields.js';

export class AwardedPricesQuery {
  @Text({ optional: true, max: 60, pattern: /^[A-Z0-9]+(-[A-Z0-9]+)*$/, example: 'BERAS-MEDIUM' })
  commodityCode?: string;
}

export class AwardedPriceView {
  @Id()
  lotId: string;
  @Id()
  poolId: string;
  @Text()
  poolTitle: string;
  @Text()
  commodityCode: string;
  @Text()
  side: string;
  @Instant({ nullable: true })
  awardedAt: Date | null;
  @Packs()
  packs: number;
  @Rupiah({ about: 'Per base unit over all packs, everything included, rounded.' })
  averageRpPerUnit: number;
  @Rupiah({ about: 'Per base unit: the lowest price of a supplier.' })
  lowestRpPerUnit: number;
  @Rupiah({ about: 'Per base unit: the highest price of a supplier.' })
  highestRpPerUnit: number;
  @Rupiah({ about: 'Per base unit; in a sell pool its floor.' })
  ceilingRpPerUnit: number;
}

export class AwardedPricesView {
  @ListOf(() => AwardedPriceView, { about: 'The newest 200.' })
  data: AwardedPriceView[];
}
