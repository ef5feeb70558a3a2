import { Injectable } from '@nestjs/common';
import type { HappeningKind } from '../../core/party/happenings.js';
import { refuseParty } from '../../core/party/refusals.js';
import { wordHappening } from '../../core/party/word-happening.js';
import type { Sql } from '../../platform/db/sql.js';
import { pageLimit, pageOf, type PageQuery } from '../../platform/http/page.js';
import type { HappeningPage } from './happening.dto.js';

interface HappeningRow {
  readonly id: string;
  readonly kind: HappeningKind;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly toldAt: Date;
}

/** What happened to a party. */
@Injectable()
export class HappeningReader {
  /** A page of a party's list, newest first; an entry is the same wherever the cursor came from. */
  async page(sql: Sql, partyId: string, query: PageQuery): Promise<HappeningPage> {
    const party = await sql.first<{ timeZone: string }>('SELECT time_zone FROM party WHERE id = $1', [
      partyId,
    ]);
    if (party === undefined) throw refuseParty('PARTY_NOT_FOUND');
    const limit = pageLimit(query);
    const rows = await sql.rows<HappeningRow>(
      `SELECT id, kind, subject_type, subject_id, data, told_at FROM happening
       WHERE party_id = $1
         AND ($2::uuid IS NULL OR (told_at, id) < (SELECT told_at, id FROM happening WHERE id = $2 AND party_id = $1))
       ORDER BY told_at DESC, id DESC LIMIT $3`,
      [partyId, query.cursor ?? null, limit + 1],
    );
    const { data, nextCursor } = pageOf(rows, limit, ({ id }) => id);
    return {
      data: data.map(({ data: facts, ...happening }) => ({
        ...happening,
        textId: wordHappening(happening.kind, facts, 'id', party.timeZone),
        textEn: wordHappening(happening.kind, facts, 'en', party.timeZone),
      })),
      nextCursor,
    };
  }
}
