import { Text, Whole } from '../../platform/http/fields.js';

/** A quality that goods of an item are sorted into when they are received. */
export class GradeBody {
  @Text({ max: 20, pattern: /^[A-Z0-9-]+$/, example: 'B' })
  code: string;
  @Whole({
    min: 1,
    max: 10_000,
    about:
      'Basis points of the clearing price that it fetches; the first grade 10000, each further one less.',
    example: 9_000,
  })
  priceBps: number;
}
