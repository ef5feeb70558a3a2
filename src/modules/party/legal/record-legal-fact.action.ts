import { Injectable } from '@nestjs/common';
import type { LegalFact } from '../../../core/party/legal-facts.js';
import { refuseParty } from '../../../core/party/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import { newId } from '../../../platform/new-id.js';

/** Records what a party is before the law, from a day on. Facts are only ever added. */
@Injectable()
export class RecordLegalFact {
  constructor(private readonly db: Db) {}

  run(personId: string, partyId: string, fact: LegalFact & { readonly basis: string }): Promise<string> {
    return this.db.transaction(async (tx) => {
      const party = await tx.first('SELECT FROM party WHERE id = $1', [partyId]);
      if (party === undefined) throw refuseParty('PARTY_NOT_FOUND');
      const id = newId();
      await tx.change(
        `INSERT INTO legal_fact (id, party_id, kind, holds, valid_from, basis, recorded_by)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, partyId, fact.kind, fact.holds, fact.validFrom, fact.basis, personId],
      );
      await writeAudit(tx, {
        actorId: personId,
        action: 'legal-fact-recorded',
        subjectType: 'party',
        subjectId: partyId,
        data: { kind: fact.kind, holds: fact.holds },
      });
      return id;
    });
  }
}
