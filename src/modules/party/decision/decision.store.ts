import { Injectable } from '@nestjs/common';
import type {
  DecidingParty,
  DecisionKind,
  OpenDecision,
} from '../../../core/party/decision/take-decision.js';
import type { Tx } from '../../../platform/db/sql.js';

/** Ids and small facts only: they travel with the event of the decision. */
export type DecisionTerms = Readonly<Record<string, string | number | boolean | null>>;

export interface NewDecision {
  readonly id: string;
  readonly kind: DecisionKind;
  readonly partyId: string;
  readonly subjectId: string;
  readonly terms: DecisionTerms;
  readonly proposedBy: string;
  readonly hours: number;
}

/** A decision under its lock, with the database's clock. */
export interface LockedDecision extends OpenDecision {
  readonly now: Date;
  readonly kind: DecisionKind;
  readonly subjectId: string;
  readonly terms: DecisionTerms;
}

/** Writes decisions of two people. */
@Injectable()
export class DecisionStore {
  /** Locks a party against other proposals of its own, and takes those off the list whose time is over. */
  async lockParty(tx: Tx, partyId: string): Promise<DecidingParty | undefined> {
    const party = await tx.first<DecidingParty>(
      `SELECT kind, state = 'active' AS is_active FROM party WHERE id = $1 FOR NO KEY UPDATE`,
      [partyId],
    );
    await tx.change(
      `UPDATE decision SET state = 'expired' WHERE party_id = $1 AND state = 'proposed' AND expires_at <= clock_timestamp()`,
      [partyId],
    );
    return party;
  }

  /** Whether the same waits already; of a party's bank account one change waits at a time. */
  async isWaiting(tx: Tx, kind: DecisionKind, partyId: string, subjectId: string): Promise<boolean> {
    const row = await tx.first(
      `SELECT id FROM decision WHERE state = 'proposed' AND kind = $1 AND party_id = $2
         AND (subject_id = $3 OR kind = 'bank-account')`,
      [kind, partyId, subjectId],
    );
    return row !== undefined;
  }

  async insert(tx: Tx, decision: NewDecision): Promise<Date> {
    const row = await tx.first<{ expiresAt: Date }>(
      `INSERT INTO decision (id, kind, party_id, subject_id, terms, proposed_by, expires_at)
       VALUES ($1, $2, $3, $4, $5, $6, clock_timestamp() + make_interval(hours => $7)) RETURNING expires_at`,
      [
        decision.id,
        decision.kind,
        decision.partyId,
        decision.subjectId,
        decision.terms,
        decision.proposedBy,
        decision.hours,
      ],
    );
    if (row === undefined) throw new Error('the decision was not written');
    return row.expiresAt;
  }

  /** What somebody who may sign in may do at a party now; under the party's lock it stays so. */
  async rolesOf(tx: Tx, personId: string, partyId: string): Promise<string[]> {
    const rows = await tx.rows<{ role: string }>(
      `SELECT role FROM membership JOIN person ON person.id = person_id
       WHERE person_id = $1 AND party_id = $2 AND disabled_at IS NULL ORDER BY role`,
      [personId, partyId],
    );
    return rows.map(({ role }) => role);
  }

  async lock(tx: Tx, partyId: string, decisionId: string): Promise<LockedDecision | undefined> {
    const decision = await tx.first<Omit<LockedDecision, 'proposerRoles' | 'now'>>(
      'SELECT kind, subject_id, terms, state, proposed_by, expires_at FROM decision WHERE id = $1 AND party_id = $2 FOR UPDATE',
      [decisionId, partyId],
    );
    if (decision === undefined) return undefined;
    const proposerRoles = await this.rolesOf(tx, decision.proposedBy, partyId);
    const clock = await tx.first<{ now: Date }>('SELECT clock_timestamp() AS now');
    if (clock === undefined) throw new Error('the clock did not answer');
    return { ...decision, proposerRoles, now: clock.now };
  }

  async markApproved(tx: Tx, decisionId: string, personId: string): Promise<void> {
    await mustTouchOne(
      tx.change(
        `UPDATE decision SET state = 'approved', approved_by = $2, approved_at = clock_timestamp()
         WHERE id = $1 AND state = 'proposed'`,
        [decisionId, personId],
      ),
    );
  }

  async markRefused(tx: Tx, decisionId: string, personId: string, reason: string): Promise<void> {
    await mustTouchOne(
      tx.change(
        `UPDATE decision SET state = 'refused', refused_by = $2, refused_at = clock_timestamp(), refusal_reason = $3
         WHERE id = $1 AND state = 'proposed'`,
        [decisionId, personId, reason],
      ),
    );
  }
}

/** The decision was locked and judged, so anything but one row is a bug. */
const mustTouchOne = async (change: Promise<number>): Promise<void> => {
  if ((await change) !== 1) throw new Error('the decision moved on under its lock');
};
