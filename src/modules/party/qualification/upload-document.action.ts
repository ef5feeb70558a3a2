import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { fileTypeFromBuffer } from 'file-type';
import type { DocumentKindCode } from '../../../core/party/qualification/document-kinds.js';
import { takeDocument } from '../../../core/party/qualification/take-document.js';
import { refuseParty } from '../../../core/party/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import { newId } from '../../../platform/new-id.js';
import type { DocumentView } from './document.dto.js';
import { DocumentReader } from './document.reader.js';
import { DocumentStore } from './document.store.js';

/** Keeps a file that a party shows of itself, for what its bytes are; sent again while it waits, it is kept once. */
@Injectable()
export class UploadDocument {
  constructor(
    private readonly db: Db,
    private readonly store: DocumentStore,
    private readonly reader: DocumentReader,
  ) {}

  async run(
    personId: string,
    partyId: string,
    file: { kind: DocumentKindCode; name: string; content: Buffer },
  ): Promise<DocumentView> {
    const { kind, name, content } = file;
    const foundType = (await fileTypeFromBuffer(content).catch(() => undefined))?.mime;
    const sha256 = createHash('sha256').update(content).digest();
    return this.db.transaction(async (tx) => {
      const waiting = await this.store.lockWaiting(tx, partyId);
      if (waiting === undefined) throw refuseParty('PARTY_NOT_FOUND');
      const same = await this.store.sameWaiting(tx, { partyId, kind, sha256 });
      if (same !== undefined) return this.reader.one(tx, same.id);
      const taken = takeDocument({ sizeBytes: content.length, name, foundType }, waiting);
      const id = newId();
      await this.store.insert(tx, { id, partyId, kind, ...taken, sha256, content, uploadedBy: personId });
      await writeAudit(tx, {
        actorId: personId,
        action: 'document-uploaded',
        subjectType: 'party-document',
        subjectId: id,
        data: { partyId, kind, sizeBytes: content.length, sha256: sha256.toString('hex') },
      });
      return this.reader.one(tx, id);
    });
  }
}
