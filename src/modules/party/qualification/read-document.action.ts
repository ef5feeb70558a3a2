import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { PartyReader } from '../party.reader.js';
import { DocumentReader } from './document.reader.js';
import { isMemberOf, reachDocuments } from './reach-documents.js';

/** Hands out a document's bytes; that somebody else than its own party read them is audited, with them or not at all. */
@Injectable()
export class ReadDocument {
  constructor(
    private readonly db: Db,
    private readonly parties: PartyReader,
    private readonly reader: DocumentReader,
  ) {}

  async run(
    principal: Principal,
    partyId: string,
    documentId: string,
  ): ReturnType<DocumentReader['contentOf']> {
    const reach = await reachDocuments(this.db, this.parties, principal, partyId);
    return reach.transaction(async (tx) => {
      const document = await this.reader.contentOf(tx, partyId, documentId);
      if (!isMemberOf(principal, partyId))
        await writeAudit(tx, {
          actorId: principal.personId,
          action: 'document-read',
          subjectType: 'party-document',
          subjectId: documentId,
          data: { partyId },
        });
      return document;
    });
  }
}
