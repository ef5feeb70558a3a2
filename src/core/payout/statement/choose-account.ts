import { refusePayout } from '../refusals.js';
import type { Statement } from './statement.js';

/** An account that is, or was, the party's: money moved on either. */
interface OwnAccount {
  readonly accountId: string;
  readonly accountNumber: string;
}

const sameNumber = (one: string, other: string): boolean =>
  one.replace(/^0+/, '') === other.replace(/^0+/, '');

/**
 * Of which account a statement is: the one that its file names, and whoever brings it may not name another. Where the file
 * names none they say it, unless the party has but one.
 *
 *   file 0133, accounts 133 and 144 | 133        file -, account 133          | 133
 *   file 0155                       | refused    file -, accounts 133 and 144 | refused unless one of them is named
 *
 * @throws Refusal
 */
export const chooseAccount = (
  accounts: readonly OwnAccount[],
  { accountNumber }: Pick<Statement, 'accountNumber'>,
  namedId: string | undefined,
): string => {
  const [only, another] = accounts;
  if (only === undefined) throw refusePayout('ACCOUNT_NOT_REGISTERED');
  const named = accounts.find(({ accountId }) => accountId === namedId);
  if (namedId !== undefined && named === undefined) throw refusePayout('ACCOUNT_NOT_YOURS', {}, 'accountId');
  if (accountNumber === null) {
    if (named === undefined && another !== undefined)
      throw refusePayout('STATEMENT_ACCOUNT_WANTED', {}, 'accountId');
    return (named ?? only).accountId;
  }
  const found = accounts.find((each) => sameNumber(each.accountNumber, accountNumber));
  if (found === undefined || (named !== undefined && named !== found))
    throw refusePayout('STATEMENT_OF_ANOTHER_ACCOUNT', {}, 'file');
  return found.accountId;
};

/** No bank knows tomorrow's movements. @param today civil date where banks keep their books. @throws Refusal */
export const requireDaysPast = ({ lines }: Pick<Statement, 'lines'>, today: string): void => {
  const ahead = lines.find(({ bookedOn }) => bookedOn > today);
  if (ahead === undefined) return;
  const { line, bookedOn } = ahead;
  throw refusePayout('STATEMENT_DAY_AHEAD', { line, bookedOn, today }, 'file');
};
