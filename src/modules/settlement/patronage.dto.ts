import { Transform } from 'class-transformer';
import { OmitType } from '@nestjs/swagger';
import { PageQuery, PageView } from '../../platform/http/page.js';
import { Id, ListOf, MAX_WHOLE, Rupiah, Text, Whole } from '../../platform/http/fields.js';

export class PatronageQuery extends PageQuery {
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{4}$/.test(value) ? Number(value) : value,
  )
  @Whole({ min: 2000, max: 2999, about: 'The civil year (UTC+7).' })
  year: number;
}

/** Of a file, which is not cut into pages. */
export class PatronageFileQuery extends OmitType(PatronageQuery, ['cursor', 'limit'] as const) {}

export class PatronageEntryView {
  @Id()
  koperasiId: string;
  @Text({ max: 1000 })
  code: string;
  @Text({ max: 1000 })
  name: string;
  @Rupiah({ min: -MAX_WHOLE, about: 'What it bought, credits taken off.' })
  purchasesRp: number;
  @Rupiah({ min: -MAX_WHOLE, about: 'What it sold, together with others, credits taken off.' })
  salesRp: number;
}

export class PatronageView extends PageView {
  @Id()
  organiserId: string;
  @Whole()
  year: number;
  @ListOf(() => PatronageEntryView)
  data: PatronageEntryView[];
  @Rupiah({ min: -MAX_WHOLE, about: 'Of all koperasi, on whatever page.' })
  purchasesRp: number;
  @Rupiah({ min: -MAX_WHOLE })
  salesRp: number;
}

export class OwnPatronageEntryView {
  @Id()
  organiserId: string;
  @Text({ max: 1000 })
  organiserName: string;
  @Rupiah({ min: -MAX_WHOLE, about: 'What it bought in the organiser’s pools, credits taken off.' })
  purchasesRp: number;
  @Rupiah({ min: -MAX_WHOLE, about: 'What it sold there together with others, credits taken off.' })
  salesRp: number;
}

export class OwnPatronageView extends PageView {
  @Id()
  koperasiId: string;
  @Whole()
  year: number;
  @ListOf(() => OwnPatronageEntryView)
  data: OwnPatronageEntryView[];
  @Rupiah({ min: -MAX_WHOLE, about: 'With all organisers, on whatever page.' })
  purchasesRp: number;
  @Rupiah({ min: -MAX_WHOLE })
  salesRp: number;
}
