import type { DepositForfeit } from '../../../core/pool/deposit/declare-deposit.js';
import type { MoneyIn, StandingLine } from '../../../core/pool/deposit/paid-for-withdrawn.js';
import type { DepositMoment, LineToBind } from '../../../core/pool/deposit/reckon-deposit.js';
import type { PoolState } from '../../../core/pool/pool-state.js';
import type { Sql, Tx } from '../../../platform/db/sql.js';
import { newId } from '../../../platform/new-id.js';
import { ASKS_DEPOSIT, IS_RELEASED, LINE_WORST_RP } from './line-worst.js';

export interface DepositPool {
  readonly id: string;
  readonly organiserId: string;
  readonly title: string;
  readonly state: PoolState;
  readonly rateBps: number;
  readonly forfeit: DepositForfeit;
  readonly returnDays: number;
  readonly closesAt: Date;
  readonly linesReleasedAt: Date | null;
  readonly now: Date;
}

/** A koperasi's deposit with what decides about it, besides its pool. */
export interface DepositRow extends Omit<
  DepositMoment,
  'rateBps' | 'phase' | 'forfeitsWithdrawn' | 'paidForWithdrawnRp'
> {
  readonly id: string;
  readonly koperasiId: string;
  readonly requiredRp: number;
  /** The due that is open, if one is. */
  readonly openDueId: string | null;
  readonly openDueRp: number | null;
  readonly openCoveredRp: number | null;
  /** Null where the pool forfeits nothing. */
  readonly lines: readonly StandingLine[] | null;
  readonly money: readonly MoneyIn[] | null;
}

export interface LineOfKoperasi extends LineToBind {
  readonly koperasiId: string;
}

const OWN_LINES = `FROM commitment_line WHERE commitment_line.pool_id = deposit.pool_id
  AND commitment_line.koperasi_id = deposit.koperasi_id AND ${ASKS_DEPOSIT}`;

const worstOf = (condition: string): string =>
  `coalesce((SELECT sum(${LINE_WORST_RP}) ${OWN_LINES} AND ${condition}), 0)::bigint`;

const ms = (moment: string): string => `(extract(epoch FROM ${moment}) * 1000)::double precision`;

/** When money came, whenever it was heard of; what the bank took back came never: it counts from when it was paid. */
const CAME_AT = `coalesce((SELECT came.paid_at FROM due_cover AS came WHERE cover.kind = 'reversal'
  AND came.due_id = cover.due_id AND came.source_id = cover.source_id AND came.kind <> 'reversal' LIMIT 1), cover.paid_at)`;

const COVERS = `FROM pool_deposit_due AS part JOIN due_cover AS cover USING (due_id)
  WHERE part.deposit_id = deposit.id AND part.kind = 'deposit'`;

/** What `paidForWithdrawn` asks of a deposit; null where its pool forfeits nothing. */
const STOOD = `CASE pool.deposit_forfeit WHEN 'line-withdrawn' THEN coalesce((SELECT json_agg(json_build_object(
    'worstRp', ${LINE_WORST_RP},
    'fromMs', ${ms(`coalesce((SELECT first.made_at FROM commitment_revision AS first
      WHERE first.line_id = commitment_line.id AND first.version = 1), commitment_line.made_at)`)},
    'untilMs', CASE commitment_line.state WHEN 'withdrawn' THEN ${ms('commitment_line.made_at')} END)) ${OWN_LINES}), '[]') END AS lines,
  CASE pool.deposit_forfeit WHEN 'line-withdrawn' THEN coalesce((SELECT json_agg(json_build_object(
    'amountRp', amount_rp, 'paidMs', ${ms('came_at')})) FROM (
      SELECT cover.amount_rp, ${CAME_AT} AS came_at ${COVERS}
      UNION ALL SELECT amount_rp, carried_at FROM deposit_carry WHERE to_id = deposit.id
    ) AS came), '[]') END AS money`;

/** What a deposit held at the closing time. */
const HELD_AT = `
  coalesce((SELECT sum(cover.amount_rp) ${COVERS} AND ${CAME_AT} <= pool.closes_at), 0)
  + coalesce((SELECT sum(amount_rp) FROM deposit_carry WHERE to_id = deposit.id AND carried_at <= pool.closes_at), 0)
  - carried_out_rp - applied_rp - forfeited_rp - back_rp`;

/** Writes deposits. */
export class DepositStore {
  pool(sql: Sql, poolId: string): Promise<DepositPool | undefined> {
    return sql.first(
      `SELECT id, organiser_id, title, state, deposit_rate_bps AS rate_bps, deposit_forfeit AS forfeit,
         deposit_return_days AS return_days, closes_at, lines_released_at, clock_timestamp() AS now
       FROM pool WHERE id = $1`,
      [poolId],
    );
  }

  /** Makes the rows of koperasi that are missing: of one, or of all that ordered. */
  async ensure(tx: Tx, poolId: string, koperasiId: string | null): Promise<void> {
    const missing = await tx.rows<{ koperasiId: string }>(
      `SELECT DISTINCT koperasi_id FROM commitment_line
       WHERE pool_id = $1 AND ($2::uuid IS NULL OR koperasi_id = $2) AND state = 'active' AND ${ASKS_DEPOSIT}
         AND NOT EXISTS (SELECT FROM pool_deposit WHERE pool_deposit.pool_id = $1
           AND pool_deposit.koperasi_id = commitment_line.koperasi_id)
       ORDER BY koperasi_id`,
      [poolId, koperasiId],
    );
    await tx.change(
      `INSERT INTO pool_deposit (id, pool_id, koperasi_id)
       SELECT id, $1, koperasi_id FROM unnest($2::uuid[], $3::uuid[]) AS given (id, koperasi_id)
       ON CONFLICT (pool_id, koperasi_id) DO NOTHING`,
      [poolId, missing.map(newId), missing.map((row) => row.koperasiId)],
    );
  }

  /** Locks a koperasi's deposit, or all of a pool in the order of their ids. */
  async lock(tx: Tx, poolId: string, koperasiId: string | null): Promise<void> {
    await tx.rows(
      `SELECT id FROM pool_deposit WHERE pool_id = $1 AND ($2::uuid IS NULL OR koperasi_id = $2) ORDER BY id FOR UPDATE`,
      [poolId, koperasiId],
    );
  }

  async lockById(tx: Tx, depositIds: readonly string[]): Promise<void> {
    await tx.rows('SELECT id FROM pool_deposit WHERE id = ANY ($1) ORDER BY id FOR UPDATE', [depositIds]);
  }

  /** Deposits as they stand; whoever acts on it has locked them. */
  rows(sql: Sql, poolId: string, koperasiId: string | null): Promise<DepositRow[]> {
    return sql.rows(
      `SELECT deposit.id, koperasi_id, required_rp, paid_rp, carried_in_rp, carried_out_rp, applied_rp, forfeited_rp, back_rp,
         ${worstOf(`commitment_line.state = 'active' AND NOT ${IS_RELEASED}`)} AS worst_rp,
         ${STOOD},
         asked.id AS open_due_id, asked.amount_rp AS open_due_rp, asked.covered_rp AS open_covered_rp
       FROM pool_deposit_sum AS deposit JOIN pool ON pool.id = deposit.pool_id
       LEFT JOIN LATERAL (
         SELECT due.id, amount_rp, covered_rp FROM pool_deposit_due AS part JOIN due ON due.id = due_id
         WHERE part.deposit_id = deposit.id AND part.kind = 'deposit' AND due.state = 'open' LIMIT 1
       ) AS asked ON true
       WHERE deposit.pool_id = $1 AND ($2::uuid IS NULL OR koperasi_id = $2) ORDER BY deposit.id`,
      [poolId, koperasiId],
    );
  }

  async saveRequired(tx: Tx, depositId: string, requiredRp: number): Promise<void> {
    await tx.change('UPDATE pool_deposit SET required_rp = $2, version = version + 1 WHERE id = $1', [
      depositId,
      requiredRp,
    ]);
  }

  async saveForfeited(tx: Tx, depositId: string, moreRp: number): Promise<void> {
    await tx.change(
      'UPDATE pool_deposit SET forfeited_rp = forfeited_rp + $2, version = version + 1 WHERE id = $1',
      [depositId, moreRp],
    );
  }

  /** Under the id that is the due's subject. */
  async insertDue(
    tx: Tx,
    part: { id: string; depositId: string; dueId: string; kind: 'deposit' | 'deposit-return' },
  ): Promise<void> {
    await tx.change('INSERT INTO pool_deposit_due (id, deposit_id, due_id, kind) VALUES ($1, $2, $3, $4)', [
      part.id,
      part.depositId,
      part.dueId,
      part.kind,
    ]);
  }

  /** Whose deposit a due is for. */
  ofDue(sql: Sql, dueId: string): Promise<{ poolId: string; koperasiId: string } | undefined> {
    return sql.first(
      `SELECT pool_id, koperasi_id FROM pool_deposit_due JOIN pool_deposit ON pool_deposit.id = deposit_id WHERE due_id = $1`,
      [dueId],
    );
  }

  /** The lines of those koperasi whose deposits held too little at the closing time, in the order they were made. */
  async linesShort(
    tx: Tx,
    poolId: string,
  ): Promise<{ koperasiId: string; heldRp: number; lines: LineToBind[] }[]> {
    const short = await tx.rows<{ koperasiId: string; heldRp: number }>(
      `SELECT koperasi_id, held_rp::bigint FROM (
         SELECT koperasi_id, deposit_rate_bps, ${HELD_AT} AS held_rp, ${worstOf(`commitment_line.state = 'active'`)} AS worst_rp
         FROM pool_deposit_sum AS deposit JOIN pool ON pool.id = deposit.pool_id WHERE pool.id = $1
       ) AS each WHERE div(worst_rp::numeric * deposit_rate_bps + 9999, 10000) > held_rp ORDER BY koperasi_id`,
      [poolId],
    );
    const lines = await tx.rows<LineOfKoperasi>(
      `SELECT id AS line_id, koperasi_id, (${LINE_WORST_RP})::bigint AS worst_rp FROM commitment_line
       WHERE pool_id = $1 AND koperasi_id = ANY ($2) AND state = 'active' AND ${ASKS_DEPOSIT} ORDER BY made_at, id`,
      [poolId, short.map(({ koperasiId }) => koperasiId)],
    );
    const byKoperasi = new Map<string, LineToBind[]>();
    for (const line of lines) {
      const known = byKoperasi.get(line.koperasiId);
      if (known === undefined) byKoperasi.set(line.koperasiId, [line]);
      else known.push(line);
    }
    return short.map((each) => ({ ...each, lines: byKoperasi.get(each.koperasiId) ?? [] }));
  }
}
