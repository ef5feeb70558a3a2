import { Injectable } from '@nestjs/common';
import { readPhone } from '../../../core/party/read-phone.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import { requireSeen } from '../../../platform/http/if-match.js';

/** Says on which number a party wants to be called, or takes it back. */
@Injectable()
export class SetPhone {
  constructor(private readonly db: Db) {}

  run(
    personId: string,
    partyId: string,
    seen: number | undefined,
    written: string | null,
  ): Promise<{ phone: string | null; version: number }> {
    const phone = written === null ? null : readPhone(written);
    return this.db.transaction(async (tx) => {
      const before = await tx.first<{ version: number }>(
        'SELECT version FROM party_phone WHERE party_id = $1 FOR UPDATE',
        [partyId],
      );
      requireSeen(before?.version, seen);
      const row = await tx.first<{ version: number }>(
        `INSERT INTO party_phone (party_id, phone, set_by) VALUES ($1, $2, $3)
         ON CONFLICT (party_id) DO UPDATE SET phone = $2, set_by = $3, set_at = clock_timestamp(), version = party_phone.version + 1
         RETURNING version`,
        [partyId, phone, personId],
      );
      await writeAudit(tx, {
        ...{ actorId: personId, action: 'party-phone-set', subjectType: 'party', subjectId: partyId },
      });
      return { phone, version: row?.version ?? 1 };
    });
  }
}
