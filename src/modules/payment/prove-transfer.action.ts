import { Injectable } from '@nestjs/common';
import { refusePayment } from '../../core/payment/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { keepProof, readFile, type ShownFile } from './keep-proof.js';
import type { TransferView } from './transfer.dto.js';
import { TRANSFER_PROOFS, TransferReader } from './transfer.reader.js';

/** Keeps what a payer shows as proof of its transfer, for what its bytes are, until it is judged; the same file once. */
@Injectable()
export class ProveTransfer {
  constructor(
    private readonly db: Db,
    private readonly reader: TransferReader,
  ) {}

  async run(personId: string, dueId: string, transferId: string, file: ShownFile): Promise<TransferView> {
    const shown = await readFile(file);
    const sha256 = shown.sha256.toString('hex');
    return this.db.transaction(async (tx) => {
      const row = await tx.first<{ state: string }>(
        'SELECT state FROM due_transfer WHERE id = $1 AND due_id = $2 FOR UPDATE',
        [transferId, dueId],
      );
      if (row === undefined) throw refusePayment('TRANSFER_NOT_FOUND');
      const transfer = await this.reader.one(tx, dueId, transferId);
      if (transfer.proofs.some((proof) => proof.sha256 === sha256)) return transfer;
      if (row.state !== 'claimed') throw refusePayment('TRANSFER_JUDGED');
      await keepProof(tx, TRANSFER_PROOFS, transferId, shown, { personId, kept: transfer.proofs.length });
      await writeAudit(tx, {
        ...{ actorId: personId, action: 'transfer-proved', subjectType: 'transfer', subjectId: transferId },
        data: { sha256 },
      });
      return this.reader.one(tx, dueId, transferId);
    });
  }
}
