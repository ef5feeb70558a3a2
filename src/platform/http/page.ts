import { Transform } from 'class-transformer';
import { Id, Text, Whole } from './fields.js';

/** Lists are cut into pages after a cursor: the last id of the page before. */
export class PageQuery {
  @Id({ optional: true, about: 'The `nextCursor` of the page before.' })
  cursor?: string;

  @Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : value,
  )
  @Whole({ optional: true, min: 1, max: 200, about: 'Entries on a page; 50 when left out.' })
  limit?: number;
}

/** Part of a list's answer: where it goes on. */
export class PageView {
  @Text({ nullable: true, about: 'The `cursor` of the next page; null on the last.' })
  nextCursor: string | null;
}

export const pageLimit = (query: PageQuery): number => query.limit ?? 50;

/** A page of rows that were read one beyond the limit, and where the next begins. */
export const pageOf = <Row>(
  rows: readonly Row[],
  limit: number,
  cursorOf: (row: Row) => string,
): { data: Row[]; nextCursor: string | null } => {
  const data = rows.slice(0, limit);
  const last = data.at(-1);
  return { data, nextCursor: rows.length > limit && last !== undefined ? cursorOf(last) : null };
};
