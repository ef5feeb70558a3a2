import { CivilDate, Id, ListOf, Rupiah, Text } from '../../platform/http/fields.js';
import { PageQuery, PageView } from '../../platform/http/page.js';

const priceCode = /^[A-Z0-9]+(-[A-Z0-9]+)*$/;

export class PriceReferencesQuery extends PageQuery {
  @Text({ optional: true, max: 24, pattern: priceCode, example: 'HET-MEDIUM' })
  code?: string;
  @Text({
    optional: true,
    max: 12,
    example: '1',
    about: 'With it also come the prices that hold everywhere.',
  })
  zone?: string;
  @CivilDate({ optional: true, about: 'The day the prices must hold on; today (WIB) when left out.' })
  on?: string;
}

/** A new price; it begins on its day and ends when a later one begins. Nothing recorded is ever changed. */
export class RecordPriceReferenceRequest {
  @Text({ max: 24, pattern: priceCode, example: 'HET-MEDIUM' })
  code: string;
  @Text({ max: 80, example: 'Beras medium' })
  commodity: string;
  @Text({ max: 24, example: 'HET' })
  kind: string;
  @Text({ max: 24, example: 'konsumen' })
  level: string;
  @Text({ max: 12, example: '1', about: 'A zone of the decree, or `nasional`.' })
  zone: string;
  @Rupiah({ optional: true, nullable: true, about: 'Lower end, where the source gives a range.' })
  minRp?: number | null;
  @Rupiah({ about: 'The ceiling, per unit.' })
  maxRp: number;
  @Text({ max: 8, example: 'KGM' })
  unitCode: string;
  @CivilDate()
  validFrom: string;
  @Text({ min: 3, max: 500, about: 'Where it is written: decree, letter, survey.' })
  source: string;
  @Text({ min: 3, max: 500, optional: true, nullable: true, about: 'The same in English.' })
  sourceEn?: string | null;
}

export class PriceReferenceView {
  @Id()
  id: string;
  @Text()
  code: string;
  @Text()
  commodity: string;
  @Text()
  kind: string;
  @Text()
  level: string;
  @Text()
  zone: string;
  @Rupiah({ nullable: true })
  minRp: number | null;
  @Rupiah()
  maxRp: number;
  @Text()
  unitCode: string;
  @CivilDate()
  validFrom: string;
  @Text({ max: 500 })
  source: string;
  @Text({ max: 500, nullable: true, about: 'The same in English, where somebody wrote it.' })
  sourceEn: string | null;
}

export class PriceReferencePage extends PageView {
  @ListOf(() => PriceReferenceView)
  data: PriceReferenceView[];
}
