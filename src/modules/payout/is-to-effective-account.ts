import type { Sql } from '../../platform/db/sql.js';
import { BankAccountReader } from '../party/index.js';
import type { LockedPayout } from './payout.store.js';

const accounts = new BankAccountReader();

/** Why a payout ends whose payee is paid elsewhere by now, in both languages. */
export const ACCOUNT_CHANGED = 'rekening penerima sudah berganti / the payee’s account has changed';

/**
 * Whether a payout still goes to where its payee is paid: whoever took over an account, or gave it up, gets nothing that
 * was agreed on before. Across walls: the caller looks for the purpose `payout`.
 */
export const isToEffectiveAccount = async (
  sql: Sql,
  { payeeId, accountId }: Pick<LockedPayout, 'payeeId' | 'accountId'>,
): Promise<boolean> => (await accounts.effectiveAccount(sql, payeeId))?.accountId === accountId;
