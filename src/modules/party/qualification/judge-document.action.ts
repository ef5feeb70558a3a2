import { Injectable } from '@nestjs/common';
import { documentKinds } from '../../../core/party/qualification/document-kinds.js';
import { judgeDocument, requireToHold } from '../../../core/party/qualification/judge-document.js';
import { refuseDocument } from '../../../core/party/qualification/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { PartyReader } from '../party.reader.js';
import { tellParties } from '../tell-parties.js';
import type { DocumentView } from './document.dto.js';
import { DocumentReader } from './document.reader.js';
import { DocumentStore } from './document.store.js';
import { isMemberOf, requireJudge } from './reach-documents.js';

/** Accepts or refuses a document, refuses with a reason; its party is told. */
@Injectable()
export class JudgeDocument {
  constructor(
    private readonly db: Db,
    private readonly parties: PartyReader,
    private readonly store: DocumentStore,
    private readonly reader: DocumentReader,
  ) {}

  accept(
    principal: Principal,
    partyId: string,
    documentId: string,
    expiresOn: string | null = null,
  ): Promise<DocumentView> {
    return this.judge(principal, partyId, documentId, { reason: null, expiresOn });
  }

  refuse(principal: Principal, partyId: string, documentId: string, reason: string): Promise<DocumentView> {
    return this.judge(principal, partyId, documentId, { reason, expiresOn: null });
  }

  private async judge(
    principal: Principal,
    partyId: string,
    documentId: string,
    { reason, expiresOn }: { readonly reason: string | null; readonly expiresOn: string | null },
  ): Promise<DocumentView> {
    await requireJudge(this.db, this.parties, principal, partyId);
    return this.db.across('judge-supplier').transaction(async (tx) => {
      const document = await this.store.lock(tx, partyId, documentId);
      judgeDocument(document, { isMember: isMemberOf(principal, partyId) });
      if (document === undefined) throw refuseDocument('DOCUMENT_NOT_FOUND');
      requireToHold(expiresOn, document.today);
      const state = reason === null ? 'accepted' : 'refused';
      await this.store.judge(tx, documentId, { state, reason, expiresOn, judgedBy: principal.personId });
      await writeAudit(tx, {
        actorId: principal.personId,
        action: `document-${state}`,
        subjectType: 'party-document',
        subjectId: documentId,
        data: { partyId, kind: document.kind },
      });
      const about = { partyIds: [partyId], subjectType: 'party-document', subjectId: documentId };
      const { id, en } = documentKinds[document.kind];
      if (reason === null)
        await tellParties(tx, { ...about, kind: 'document-accepted', data: { document: { id, en } } });
      else
        await tellParties(tx, { ...about, kind: 'document-refused', data: { document: { id, en }, reason } });
      return this.reader.one(tx, documentId);
    });
  }
}
