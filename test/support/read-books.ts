import { LedgerReader } from '../../src/modules/ledger/index.js';
import { MakeStatement, type Statement } from '../../src/modules/ledger/make-statement.js';
import { StatementReader } from '../../src/modules/ledger/statement.reader.js';
import { ConfirmFirmDues } from '../../src/modules/payment/confirm-firm-dues.js';
import type { Db } from '../../src/platform/db/db.js';

export { writeStatementCsv, writeStatementPage } from '../../src/modules/ledger/write-statement-file.js';
export type { Statement };

/** A party's statement of account for civil days, as its people get it. */
export const statementOf = (db: Db, partyId: string, from: string, to: string): Promise<Statement> =>
  new MakeStatement(db, new StatementReader()).of(partyId, from, to);

/** Says which dues are paid for good, as the schedule does. */
export const playFirm = (workerDb: Db): Promise<number> => new ConfirmFirmDues(workerDb).run();

/** What stands on each of a party's accounts, by purpose. */
export const balancesOf = async (db: Db, partyId: string): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await new LedgerReader().balancesOf(db, partyId)).map(({ purpose, balanceRp }) => [purpose, balanceRp]),
  );

/** What stands on some of a party's accounts together. */
export const netOf = async (db: Db, partyId: string, ...purposes: string[]): Promise<number> => {
  const balances = await balancesOf(db, partyId);
  return purposes.reduce((sum, purpose) => sum + (balances[purpose] ?? 0), 0);
};
