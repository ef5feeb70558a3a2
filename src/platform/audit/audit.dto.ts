import { Transform } from 'class-transformer';
import { Instant, ListOf, MAX_WHOLE, Text, Whole } from '../http/fields.js';

const asNumber = Transform(({ value }: { value: unknown }) =>
  typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value,
);

export class HeadsQuery {
  @asNumber
  @Whole({ optional: true, min: 1, max: MAX_WHOLE, about: 'The `nextBefore` of the page before.' })
  before?: number;

  @asNumber
  @Whole({ optional: true, min: 1, max: 200, about: 'Heads on a page; 50 when left out.' })
  limit?: number;
}

export class HeadView {
  @Whole({ min: 1, about: 'How many audit rows stand before and under this hash.' })
  number: number;
  @Text({ pattern: /^[0-9a-f]{64}$/, about: 'SHA-256 over the row of this number and the hash before it.' })
  hash: string;
  @Instant({ about: 'When it was published.' })
  at: Date;
}

export class HeadListView {
  @ListOf(() => HeadView)
  data: HeadView[];
  @Whole({ nullable: true, min: 1 })
  nextBefore: number | null;
}
