import { Transform } from 'class-transformer';
import { Id, ListOf, MAX_WHOLE, Rupiah, Text, Whole } from '../../platform/http/fields.js';

export class PatronageQuery {
  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{4}$/.test(value) ? Number(value) : value,
  )
  @Whole({ min: 2000, max: 2999, about: 'The civil year (UTC+7).' })
  year: number;
}

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

export class PatronageView {
  @Id()
  organiserId: string;
  @Whole()
  year: number;
  @ListOf(() => PatronageEntryView, { max: 100_000 })
  koperasi: PatronageEntryView[];
  @Rupiah({ min: -MAX_WHOLE })
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

export class OwnPatronageView {
  @Id()
  koperasiId: string;
  @Whole()
  year: number;
  @ListOf(() => OwnPatronageEntryView)
  organisers: OwnPatronageEntryView[];
}
