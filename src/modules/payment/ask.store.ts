import type { Tx } from '../../platform/db/sql.js';

export const calls = ['charge', 'status', 'cancel', 'refund'] as const;
export type Call = (typeof calls)[number];

/** A question that is due, taken for a while: who dies over it leaves it to whoever comes after. */
export interface ClaimedAsk {
  readonly paymentId: string;
  readonly call: Call;
  readonly round: number;
}

/** Longer than any call takes. */
const LEASE_S = 30;

/** When the gateway is asked what, and what was said to it. */
export class AskStore {
  /** Something about a payment is to be asked at once; a question that waits already is the same question. */
  askNow(tx: Tx, paymentId: string, call: Call): Promise<void> {
    return this.askNowOfEach(tx, [paymentId], call);
  }

  /** The same of several payments. */
  async askNowOfEach(tx: Tx, paymentIds: readonly string[], call: Call): Promise<void> {
    await tx.change(
      `INSERT INTO gateway_ask (payment_id, call, due_at) SELECT id, $2, clock_timestamp() FROM unnest($1::uuid[]) AS id
       ON CONFLICT (payment_id) DO UPDATE SET due_at = clock_timestamp(), round = gateway_ask.round + 1,
         call = CASE WHEN $2 = 'status' THEN gateway_ask.call ELSE $2 END`,
      [paymentIds, call],
    );
  }

  /**
   * Takes what is due, oldest first. Whoever takes a question leaves `status` behind: should it die, the next asks how
   * it went instead of doing it again.
   */
  claim(tx: Tx, limit: number): Promise<ClaimedAsk[]> {
    return tx.rows(
      `WITH due_now AS (
         SELECT payment_id, call FROM gateway_ask WHERE due_at <= clock_timestamp()
         ORDER BY due_at LIMIT $1 FOR UPDATE SKIP LOCKED)
       UPDATE gateway_ask SET call = 'status', due_at = clock_timestamp() + make_interval(secs => $2)
       FROM due_now WHERE gateway_ask.payment_id = due_now.payment_id
       RETURNING gateway_ask.payment_id, due_now.call, gateway_ask.round`,
      [limit, LEASE_S],
    );
  }

  /** When it is asked next, null never; unless somebody wanted to know meanwhile, which stays due. */
  async plan(
    tx: Tx,
    { paymentId, round }: ClaimedAsk,
    dueAt: Date | null,
    call: Call = 'status',
  ): Promise<void> {
    await tx.change('UPDATE gateway_ask SET due_at = $3, call = $4 WHERE payment_id = $1 AND round = $2', [
      paymentId,
      round,
      dueAt,
      call,
    ]);
  }

  /** The intent: written and committed before the call. */
  async begin(tx: Tx, id: string, paymentId: string, call: Call, refundId: string | null): Promise<void> {
    await tx.change('INSERT INTO gateway_call (id, payment_id, call, refund_id) VALUES ($1, $2, $3, $4)', [
      id,
      paymentId,
      call,
      refundId,
    ]);
  }

  async end(tx: Tx, id: string, outcome: string, code: number | null): Promise<void> {
    await tx.change(
      'UPDATE gateway_call SET ended_at = clock_timestamp(), outcome = $2, code = $3 WHERE id = $1 AND ended_at IS NULL',
      [id, outcome, code],
    );
  }
}
