import { OmitType } from '@nestjs/swagger';
import { Flag, ListOf, Measure, OneOf, Text, Whole } from '../../platform/http/fields.js';
import { PageQuery, PageView } from '../../platform/http/page.js';
import { PriceReferenceView } from './price-reference.dto.js';

/** What the catalog lists has codes for ids. */
export class CodesQuery extends OmitType(PageQuery, ['cursor'] as const) {
  @Text({ optional: true, max: 64, about: 'The `nextCursor` of the page before.' })
  cursor?: string;
}

export class CommoditiesQuery extends CodesQuery {
  @Text({ optional: true, max: 80, about: 'Part of a name, in either language, or of a code.' })
  q?: string;
}

export class CommodityView {
  @Text({ example: 'BERAS-MEDIUM' })
  code: string;
  @Text()
  nameId: string;
  @Text()
  nameEn: string;
  @Text({
    about: 'UN/CEFACT Rec 20; prices are per this unit, quantities in thousandths of it.',
    example: 'KGM',
  })
  baseUnit: string;
  @Text({ nullable: true, about: 'Harmonized System, six digits.' })
  hs6: string | null;
  @Text({ nullable: true, about: 'Central Product Classification 2.1.' })
  cpc21: string | null;
  @Text()
  class: string;
  @OneOf(['exempt', 'taxable', 'check', 'special'], { about: 'Value added tax (PPN).' })
  ppn: string;
  @Text({ nullable: true, about: 'The reference price that caps it.' })
  priceRef: string | null;
  @OneOf(['dry', 'fresh', 'chilled', 'frozen', 'hazard'])
  storage: string;
  @Flag({ about: 'False: it cannot be bought through a pool.' })
  isBiddable: boolean;
  @Text({ min: 0, max: 500 })
  note: string;
}

export class CommodityPage extends PageView {
  @ListOf(() => CommodityView)
  data: CommodityView[];
}

export class PackView {
  @Text({ example: 'BERAS-MEDIUM/XSA50' })
  code: string;
  @Text({ about: 'UN/CEFACT code of the package.', example: 'XSA' })
  unitCode: string;
  @Whole({ min: 1, about: 'Nominal content, in thousandths of the base unit: a 50 kg sack is 50,000.' })
  sizeMilli: number;
  @Text()
  nameId: string;
  @Text()
  nameEn: string;
}

export class CommodityDetailView extends CommodityView {
  @ListOf(() => PackView)
  packs: PackView[];
  @ListOf(() => PriceReferenceView, { about: 'Valid today, one per level and zone.' })
  priceReferences: PriceReferenceView[];
}

export class UnitView {
  @Text({ example: 'KGM' })
  code: string;
  @Text()
  nameEn: string;
  @Text()
  nameId: string;
  @OneOf(['mass', 'volume', 'count', 'package'])
  dimension: string;
  @Measure({ nullable: true, about: 'How many base units it holds; null for packages, whose packs say it.' })
  factorToBase: number | null;
  @Text({ min: 0, max: 500 })
  note: string;
}

export class UnitPage extends PageView {
  @ListOf(() => UnitView)
  data: UnitView[];
}
