import { Injectable } from '@nestjs/common';
import { refusePayment } from '../../core/payment/refusals.js';
import type { Sql } from '../../platform/db/sql.js';
import { proofContent, proofsOf, type Proof, type ProofShelf } from './keep-proof.js';
import type { TransferView } from './transfer.dto.js';

export const TRANSFER_PROOFS: ProofShelf = { table: 'transfer_proof', of: 'transfer_id' };

/** Answers about transfers that payers say they made. */
@Injectable()
export class TransferReader {
  /** All of a due, the first claimed first, each with what was shown as its proof. */
  async ofDue(sql: Sql, dueId: string): Promise<TransferView[]> {
    const transfers = await sql.rows<Omit<TransferView, 'proofs'>>(
      `SELECT id, due_id, amount_rp, paid_on, reference, state, claimed_at, judged_at, refusal_reason
       FROM due_transfer WHERE due_id = $1 ORDER BY id`,
      [dueId],
    );
    const shown = await proofsOf(
      sql,
      TRANSFER_PROOFS,
      transfers.map(({ id }) => id),
    );
    return transfers.map((transfer) => ({
      ...transfer,
      proofs: shown.filter(({ ofId }) => ofId === transfer.id).map(({ ofId: _, ...proof }) => proof),
    }));
  }

  async one(sql: Sql, dueId: string, transferId: string): Promise<TransferView> {
    const found = (await this.ofDue(sql, dueId)).find(({ id }) => id === transferId);
    if (found === undefined) throw refusePayment('TRANSFER_NOT_FOUND');
    return found;
  }

  /** The bytes of one proof, as they came. */
  async proof(sql: Sql, dueId: string, transferId: string, sha256: string): Promise<Proof> {
    const isOfDue = await sql.first<object>('SELECT FROM due_transfer WHERE id = $1 AND due_id = $2', [
      transferId,
      dueId,
    ]);
    const row = isOfDue && (await proofContent(sql, TRANSFER_PROOFS, transferId, sha256));
    if (row === undefined) throw refusePayment('PROOF_NOT_FOUND');
    return row;
  }
}
