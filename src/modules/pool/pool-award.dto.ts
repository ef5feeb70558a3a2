import { ListOf, Rupiah, Text, Whole } from '../../platform/http/fields.js';

const regionCode = /^\d{2}\.\d{2}(\.\d{2}(\.\d{4})?)?$/;

export class FreightRateBody {
  @Text({ max: 13, pattern: regionCode, about: 'Where the goods wait.', example: '32.71' })
  fromCode: string;
  @Text({
    max: 13,
    pattern: regionCode,
    about: 'A kecamatan, or a city for all its kecamatan without a rate of their own.',
    example: '32.71.01',
  })
  toCode: string;
  @Whole({ max: 1_000_000_000, about: 'Whole rupiah per base unit.', example: 60 })
  rpPerUnit: number;
}

/** How the lots of a pool are awarded. */
export class PoolAwardBody {
  @Whole({
    optional: true,
    max: 10_000,
    about: 'Yearly rate in basis points that values payment terms of bids; left out: at nothing.',
    example: 900,
  })
  annualRateBps?: number;

  @Whole({
    optional: true,
    min: 1,
    max: 10_000,
    about: 'Basis points of a lot that one supplier may get at most; left out: all.',
    example: 6_000,
  })
  maxShareBps?: number;

  @Whole({
    optional: true,
    max: 100,
    about: 'Suppliers per lot that are wished for; a lot with fewer shows it.',
  })
  minSuppliers?: number;

  @Rupiah({
    optional: true,
    min: 0,
    about: 'What each missing supplier weighs in the comparison; left out: it is only shown.',
  })
  missingSupplierRp?: number;

  @Whole({
    optional: true,
    max: 10_000,
    about: 'Basis points of a lot kept for koperasi and small producers, as far as they can deliver.',
    example: 2_000,
  })
  reservedShareBps?: number;

  @ListOf(() => FreightRateBody, {
    optional: true,
    max: 1_000,
    about: 'What the freight of ex-warehouse bids is counted at; without it bids are delivered.',
  })
  freight?: FreightRateBody[];
}

export class PoolAwardView {
  @Whole({ max: 10_000 })
  annualRateBps: number;
  @Whole({ min: 1, max: 10_000 })
  maxShareBps: number;
  @Whole({ max: 100 })
  minSuppliers: number;
  @Rupiah({ min: 0 })
  missingSupplierRp: number;
  @Whole({ max: 10_000 })
  reservedShareBps: number;
  @ListOf(() => FreightRateBody)
  freight: readonly FreightRateBody[];
}
