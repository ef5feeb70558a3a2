import type { DecisionState } from './take-decision.js';

/** An account that a party proposed, whatever became of it. */
export interface ProposedAccount {
  readonly accountId: string;
  readonly decision: DecisionState;
  readonly approvedAt: Date | null;
  /** Hours between approval and effect, as they were when it was proposed. */
  readonly coolingOffH: number;
  readonly stoppedAt: Date | null;
}

export type AccountState =
  'proposed' | 'refused' | 'expired' | 'cooling-off' | 'stopped' | 'effective' | 'replaced';

export interface StatedAccount {
  readonly accountId: string;
  readonly state: AccountState;
  readonly effectiveFrom: Date | null;
}

/** When an approved account becomes the one that is paid to. */
export const effectiveFrom = ({ approvedAt, coolingOffH }: ProposedAccount): Date | null =>
  approvedAt === null ? null : new Date(approvedAt.getTime() + coolingOffH * 3_600_000);

const stateAlone = (account: ProposedAccount, now: Date): AccountState => {
  const from = effectiveFrom(account);
  if (from === null) return account.decision === 'approved' ? 'proposed' : account.decision;
  if (account.stoppedAt !== null) return 'stopped';
  return now.getTime() < from.getTime() ? 'cooling-off' : 'effective';
};

/**
 * What each of a party's accounts is at this moment. One at most is effective: the last whose cooling-off is over.
 *
 *   A approved Monday, B approved Wednesday, 24 h of cooling-off
 *   Wednesday | A effective, B cooling-off
 *   Friday    | A replaced,  B effective
 *   Friday, B stopped on Wednesday | A effective, B stopped
 */
export const listAccounts = (accounts: readonly ProposedAccount[], now: Date): StatedAccount[] => {
  const stated = accounts.map((account) => ({
    accountId: account.accountId,
    state: stateAlone(account, now),
    effectiveFrom: effectiveFrom(account),
  }));
  const [last] = stated
    .filter(({ state }) => state === 'effective')
    .sort(
      (one, other) =>
        (other.effectiveFrom?.getTime() ?? 0) - (one.effectiveFrom?.getTime() ?? 0) ||
        (one.accountId < other.accountId ? 1 : -1),
    );
  return stated.map((account) =>
    account.state === 'effective' && account !== last ? { ...account, state: 'replaced' } : account,
  );
};
