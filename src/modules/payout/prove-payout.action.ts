import { Injectable } from '@nestjs/common';
import { refusePayout } from '../../core/payout/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import type { Sql } from '../../platform/db/sql.js';
import { PayoutStore } from './payout.store.js';
import {
  keepProof,
  proofContent,
  proofsOf,
  readFile,
  type Proof,
  type ProofShelf,
  type ProofView,
  type ShownFile,
} from '../payment/index.js';

const PAYOUT_PROOFS: ProofShelf = { table: 'payout_proof', of: 'payout_id' };

/** Keeps what a bank gave the payer as proof; the same file is kept once. */
@Injectable()
export class ProvePayout {
  constructor(
    private readonly db: Db,
    private readonly store: PayoutStore,
  ) {}

  async run(personId: string, payerId: string, payoutId: string, file: ShownFile): Promise<ProofView[]> {
    const shown = await readFile(file);
    const sha256 = shown.sha256.toString('hex');
    return this.db.transaction(async (tx) => {
      const payout = await this.store.lock(tx, payoutId);
      if (payout?.payerId !== payerId) throw refusePayout('PAYOUT_NOT_FOUND');
      if (payout.state === 'proposed' || payout.state === 'refused')
        throw refusePayout('PAYOUT_MOVED_ON', { state: payout.state });
      const kept = await this.proofsOf(tx, payoutId);
      if (kept.some((proof) => proof.sha256 === sha256)) return kept;
      await keepProof(tx, PAYOUT_PROOFS, payoutId, shown, { personId, kept: kept.length });
      await writeAudit(tx, {
        ...{ actorId: personId, action: 'payout-proved', subjectType: 'payout', subjectId: payoutId },
        data: { sha256 },
      });
      return this.proofsOf(tx, payoutId);
    });
  }

  async proofsOf(sql: Sql, payoutId: string): Promise<ProofView[]> {
    return (await proofsOf(sql, PAYOUT_PROOFS, [payoutId])).map(({ ofId: _, ...proof }) => proof);
  }

  /** The bytes of one proof, for the payer and the payee. */
  async contentOf(sql: Sql, partyId: string, payoutId: string, sha256: string): Promise<Proof> {
    const isTheirs = await sql.first<object>(
      'SELECT FROM payout WHERE id = $1 AND $2 IN (payer_id, payee_id)',
      [payoutId, partyId],
    );
    const row = isTheirs && (await proofContent(sql, PAYOUT_PROOFS, payoutId, sha256));
    if (row === undefined) throw refusePayout('PAYOUT_NOT_FOUND');
    return row;
  }
}
