import { Injectable } from '@nestjs/common';
import type { DocumentKindCode } from '../../../core/party/qualification/document-kinds.js';
import type { DocumentState } from '../../../core/party/qualification/judge-document.js';
import type { MediaType } from '../../../core/party/qualification/take-document.js';
import type { Tx } from '../../../platform/db/sql.js';
import { CIVIL_DAY, HOLDS_TODAY } from './civil-day.js';

export interface NewDocument {
  readonly id: string;
  readonly partyId: string;
  readonly kind: DocumentKindCode;
  readonly fileName: string;
  readonly mediaType: MediaType;
  readonly sha256: Buffer;
  readonly content: Buffer;
  readonly uploadedBy: string;
}

/** Writes documents and their judgement. */
@Injectable()
export class DocumentStore {
  /** Locks a party and counts its documents that wait, so that two uploads at once are counted one after the other. */
  async lockWaiting(tx: Tx, partyId: string): Promise<number | undefined> {
    const party = await tx.first('SELECT id FROM party WHERE id = $1 FOR NO KEY UPDATE', [partyId]);
    if (party === undefined) return undefined;
    const row = await tx.first<{ count: number }>(
      `SELECT count(*) FROM party_document WHERE party_id = $1 AND state = 'waiting'`,
      [partyId],
    );
    return row?.count ?? 0;
  }

  /** The same file of the same kind that waits already: sending twice is sending once. */
  sameWaiting(
    tx: Tx,
    { partyId, kind, sha256 }: Pick<NewDocument, 'partyId' | 'kind' | 'sha256'>,
  ): Promise<{ id: string } | undefined> {
    return tx.first(
      `SELECT id FROM party_document WHERE party_id = $1 AND kind = $2 AND sha256 = $3 AND state = 'waiting'`,
      [partyId, kind, sha256],
    );
  }

  async insert(tx: Tx, document: NewDocument): Promise<void> {
    await tx.change(
      `INSERT INTO party_document (id, party_id, kind, file_name, media_type, size_bytes, sha256, uploaded_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        document.id,
        document.partyId,
        document.kind,
        document.fileName,
        document.mediaType,
        document.content.length,
        document.sha256,
        document.uploadedBy,
      ],
    );
    await tx.change('INSERT INTO party_document_content (document_id, content) VALUES ($1, $2)', [
      document.id,
      document.content,
    ]);
  }

  lock(
    tx: Tx,
    partyId: string,
    documentId: string,
  ): Promise<{ state: DocumentState; kind: DocumentKindCode; today: string } | undefined> {
    return tx.first(
      `SELECT party_document.state, party_document.kind, ${CIVIL_DAY} AS today
       FROM party_document JOIN party ON party.id = party_id
       WHERE party_document.id = $1 AND party_id = $2 FOR UPDATE OF party_document`,
      [documentId, partyId],
    );
  }

  async judge(
    tx: Tx,
    documentId: string,
    judgement: {
      state: 'accepted' | 'refused';
      reason: string | null;
      expiresOn: string | null;
      judgedBy: string;
    },
  ): Promise<void> {
    await tx.change(
      `UPDATE party_document SET state = $2, reason = $3, judged_by = $4, expires_on = $5, judged_at = clock_timestamp()
       WHERE id = $1 AND state = 'waiting'`,
      [documentId, judgement.state, judgement.reason, judgement.judgedBy, judgement.expiresOn],
    );
  }

  /** Kinds of which one is accepted that has not run out. */
  async acceptedKinds(tx: Tx, partyId: string): Promise<string[]> {
    const rows = await tx.rows<{ kind: string }>(
      `SELECT DISTINCT party_document.kind FROM party_document JOIN party ON party.id = party_id
       WHERE party_id = $1 AND ${HOLDS_TODAY}
       ORDER BY party_document.kind`,
      [partyId],
    );
    return rows.map(({ kind }) => kind);
  }

  async qualify(tx: Tx, partyId: string): Promise<void> {
    await tx.change(
      `UPDATE party SET state = 'active', qualified_at = clock_timestamp(), version = version + 1
       WHERE id = $1 AND state = 'candidate'`,
      [partyId],
    );
  }
}
