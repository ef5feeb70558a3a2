import { Injectable } from '@nestjs/common';
import type { HeldBill } from '../../../core/settlement/accept-difference.js';
import type { Tx } from '../../../platform/db/sql.js';

export interface NewDifference {
  readonly id: string;
  readonly billId: string;
  readonly buyerId: string;
  readonly sellerId: string;
  readonly amountRp: number;
  readonly reason: string;
  readonly decisionId: string;
}

export interface LockedDifference extends NewDifference {
  readonly state: 'proposed' | 'accepted' | 'dropped';
}

export interface BillAtHand extends HeldBill {
  readonly buyerId: string;
  readonly sellerId: string;
  readonly poolId: string;
  readonly number: string;
}

/** Writes what buyers accept of bills that differ, and what is said about them. */
@Injectable()
export class DifferenceStore {
  lockBill(tx: Tx, billId: string): Promise<BillAtHand | undefined> {
    return tx.first(
      `SELECT buyer_id, seller_id, pool_id, number, seller_bill.state, amount_rp - matched_rp AS held_rp, contract_mode
       FROM seller_bill JOIN pool ON pool.id = pool_id WHERE seller_bill.id = $1 FOR UPDATE OF seller_bill`,
      [billId],
    );
  }

  /** Whether a proposal may still be approved. */
  async isWaiting(tx: Tx, billId: string): Promise<boolean> {
    const row = await tx.first(
      `SELECT FROM bill_difference JOIN decision ON decision.id = decision_id WHERE bill_id = $1
         AND bill_difference.state = 'proposed'
         AND (decision.state = 'approved' OR (decision.state = 'proposed' AND expires_at > clock_timestamp()))`,
      [billId],
    );
    return row !== undefined;
  }

  async insert(tx: Tx, difference: NewDifference): Promise<void> {
    const { id, billId, buyerId, sellerId, amountRp, reason, decisionId } = difference;
    await tx.change(
      `INSERT INTO bill_difference (id, bill_id, buyer_id, seller_id, amount_rp, reason, decision_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, billId, buyerId, sellerId, amountRp, reason, decisionId],
    );
  }

  /** The bill that a proposal is about, before either is locked. */
  async billOf(tx: Tx, differenceId: string): Promise<string | undefined> {
    const row = await tx.first<{ billId: string }>('SELECT bill_id FROM bill_difference WHERE id = $1', [
      differenceId,
    ]);
    return row?.billId;
  }

  lock(tx: Tx, differenceId: string): Promise<LockedDifference | undefined> {
    return tx.first(
      `SELECT id, bill_id, buyer_id, seller_id, amount_rp, reason, decision_id, state FROM bill_difference
       WHERE id = $1 FOR UPDATE`,
      [differenceId],
    );
  }

  async markAccepted(tx: Tx, id: string, journalId: string, dueId: string): Promise<void> {
    await tx.change(
      `UPDATE bill_difference SET state = 'accepted', journal_id = $2, due_id = $3, ended_at = clock_timestamp() WHERE id = $1`,
      [id, journalId, dueId],
    );
  }

  async markDropped(tx: Tx, id: string): Promise<void> {
    await tx.change(
      `UPDATE bill_difference SET state = 'dropped', ended_at = clock_timestamp() WHERE id = $1`,
      [id],
    );
  }

  async insertWord(
    tx: Tx,
    word: {
      readonly id: string;
      readonly billId: string;
      readonly partyId: string;
      readonly personId: string;
      readonly kind: 'dispute' | 'answer';
      readonly text: string;
    },
  ): Promise<void> {
    await tx.change(
      'INSERT INTO bill_word (id, bill_id, party_id, person_id, kind, text) VALUES ($1, $2, $3, $4, $5, $6)',
      [word.id, word.billId, word.partyId, word.personId, word.kind, word.text],
    );
  }
}
