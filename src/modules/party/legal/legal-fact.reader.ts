import { Injectable } from '@nestjs/common';
import { holdsOn, type LegalFactKind } from '../../../core/party/legal-facts.js';
import type { Sql } from '../../../platform/db/sql.js';
import type { LegalFactView } from './legal-fact.dto.js';

/** Answers what parties are before the law. */
@Injectable()
export class LegalFactReader {
  /** In the order they were recorded. */
  factsOf(sql: Sql, partyId: string): Promise<LegalFactView[]> {
    return sql.rows(
      'SELECT id, kind, holds, valid_from, basis, recorded_at FROM legal_fact WHERE party_id = $1 ORDER BY id',
      [partyId],
    );
  }

  async holds(sql: Sql, partyId: string, kind: LegalFactKind, day: string): Promise<boolean> {
    return holdsOn(await this.factsOf(sql, partyId), kind, day);
  }
}
