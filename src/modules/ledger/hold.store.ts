import type { Hold, HoldState } from '../../core/ledger/hold-funds.js';
import type { AccountPurpose } from '../../core/ledger/post-journal.js';
import type { Tx } from '../../platform/db/sql.js';

export interface KeptHold extends Hold {
  readonly id: string;
  readonly journalId: string | null;
}

export interface NewHold {
  readonly id: string;
  readonly businessKey: string;
  readonly partyId: string;
  readonly purpose: AccountPurpose;
  readonly amountRp: number;
}

const KEPT = 'SELECT id, party_id, purpose, amount_rp, state, journal_id FROM ledger_hold';

/** Writes holds. */
export class HoldStore {
  /** One at a time sets money aside on an account; who posts on it does not wait. */
  async lockAccount(tx: Tx, partyId: string, purpose: AccountPurpose): Promise<void> {
    await tx.first('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `ledger.hold:${partyId}:${purpose}`,
    ]);
  }

  byKey(tx: Tx, businessKey: string): Promise<KeptHold | undefined> {
    return tx.first(`${KEPT} WHERE business_key = $1`, [businessKey]);
  }

  lock(tx: Tx, holdId: string): Promise<KeptHold | undefined> {
    return tx.first(`${KEPT} WHERE id = $1 FOR UPDATE`, [holdId]);
  }

  async insert(tx: Tx, hold: NewHold): Promise<void> {
    await tx.change(
      'INSERT INTO ledger_hold (id, business_key, party_id, purpose, amount_rp) VALUES ($1, $2, $3, $4, $5)',
      [hold.id, hold.businessKey, hold.partyId, hold.purpose, hold.amountRp],
    );
  }

  async end(
    tx: Tx,
    holdId: string,
    state: Exclude<HoldState, 'pending'>,
    journalId: string | null,
  ): Promise<void> {
    const touched = await tx.change(
      `UPDATE ledger_hold SET state = $2, journal_id = $3, ended_at = clock_timestamp() WHERE id = $1 AND state = 'pending'`,
      [holdId, state, journalId],
    );
    if (touched !== 1) throw new Error(`hold ${holdId} is pending no longer`);
  }
}
