import {
  declareDeposit,
  type DeclaredDeposit,
  type DepositRule,
} from '../../../core/pool/deposit/declare-deposit.js';
import type { PoolSide } from '../../../core/pool/side.js';
import type { Sql, Tx } from '../../../platform/db/sql.js';

/** By whose terms what members owe falls due: those of the bid that won, or those granted to each of them. */
export const dueByTerms = ['bid', 'party'] as const;
export type DueBy = (typeof dueByTerms)[number];

/** Keeps what a draft declares of deposits and of when its bills fall due, filled up with what is usual. @throws Refusal */
export const keepDeposit = async (
  tx: Tx,
  poolId: string,
  { side = 'buy', deposit, dueBy }: { side?: PoolSide; deposit?: DeclaredDeposit; dueBy?: DueBy },
): Promise<void> => {
  if (deposit === undefined && dueBy === undefined) return;
  const rule = declareDeposit(side, deposit ?? {});
  await tx.change(
    `UPDATE pool SET deposit_rate_bps = $2, deposit_forfeit = $3, deposit_return_days = $4, deposit_grace_s = $5, due_by = $6
     WHERE id = $1 AND state = 'draft'`,
    [poolId, rule.rateBps, rule.forfeit, rule.returnDays, rule.graceS, dueBy ?? 'bid'],
  );
};

/** What a pool declared of deposits, and by whose terms its bills fall due. */
export const depositOfPool = async (
  sql: Sql,
  poolId: string,
): Promise<{ deposit: DepositRule; dueBy: DueBy } | undefined> => {
  const row = await sql.first<DepositRule & { dueBy: DueBy }>(
    `SELECT deposit_rate_bps AS rate_bps, deposit_forfeit AS forfeit, deposit_return_days AS return_days,
       deposit_grace_s AS grace_s, due_by FROM pool WHERE id = $1`,
    [poolId],
  );
  if (row === undefined) return undefined;
  const { dueBy, ...deposit } = row;
  return { deposit, dueBy };
};
