import { Injectable } from '@nestjs/common';
import { refuseDocument } from '../../../core/party/qualification/refusals.js';
import type { MediaType } from '../../../core/party/qualification/take-document.js';
import type { Sql } from '../../../platform/db/sql.js';
import type { DocumentView } from './document.dto.js';
import { CIVIL_DAY } from './civil-day.js';

const DOCUMENT = `SELECT party_document.id, party_document.kind, file_name, media_type, size_bytes,
    encode(sha256, 'hex') AS sha256,
    CASE WHEN expires_on < ${CIVIL_DAY} THEN 'expired' ELSE party_document.state END AS state, reason, expires_on,
    uploaded_at
  FROM party_document JOIN party ON party.id = party_id`;

/** Answers about documents: for their party, and for who judges it. */
@Injectable()
export class DocumentReader {
  documentsOf(sql: Sql, partyId: string): Promise<DocumentView[]> {
    return sql.rows(
      `${DOCUMENT} WHERE party_id = $1 ORDER BY uploaded_at DESC, party_document.id DESC LIMIT 500`,
      [partyId],
    );
  }

  async one(sql: Sql, documentId: string): Promise<DocumentView> {
    const row = await sql.first<DocumentView>(`${DOCUMENT} WHERE party_document.id = $1`, [documentId]);
    if (row === undefined) throw refuseDocument('DOCUMENT_NOT_FOUND');
    return row;
  }

  async contentOf(
    sql: Sql,
    partyId: string,
    documentId: string,
  ): Promise<{ fileName: string; mediaType: MediaType; content: Buffer }> {
    const row = await sql.first<{ fileName: string; mediaType: MediaType; content: Buffer }>(
      `SELECT file_name, media_type, content FROM party_document JOIN party_document_content ON document_id = id
       WHERE id = $1 AND party_id = $2`,
      [documentId, partyId],
    );
    if (row === undefined) throw refuseDocument('DOCUMENT_NOT_FOUND');
    return row;
  }
}
