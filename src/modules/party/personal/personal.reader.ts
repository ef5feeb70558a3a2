import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/sql.js';
import { PersonReader } from '../person.reader.js';
import type { PersonExportView, SessionTimesView, PersonTraceView } from './personal.dto.js';

/** What is kept of a person. */
@Injectable()
export class PersonalReader {
  constructor(private readonly people: PersonReader) {}

  /** All of it, of one moment, for the person themselves. */
  async exportOf(tx: Tx, personId: string): Promise<PersonExportView> {
    const { person, memberships } = await this.people.meOf(tx, personId);
    const row = await tx.first<{ exportedAt: Date; createdAt: Date; contact: string | null }>(
      'SELECT clock_timestamp() AS exported_at, created_at, contact FROM person WHERE id = $1',
      [personId],
    );
    if (row === undefined) throw new Error('the person is gone');
    return {
      ...row,
      person,
      memberships,
      sessions: await tx.rows<SessionTimesView>(
        'SELECT created_at, last_used_at, expires_at, revoked_at, device FROM session WHERE person_id = $1 ORDER BY created_at',
        [personId],
      ),
      traces: await tx.rows<PersonTraceView>(
        'SELECT place, array_agg(key ORDER BY key) AS keys FROM person_traces($1) GROUP BY place ORDER BY place',
        [personId],
      ),
    };
  }
}
