import { Injectable } from '@nestjs/common';
import {
  listAccounts,
  type ProposedAccount,
  type StatedAccount,
} from '../../../core/party/decision/list-accounts.js';
import { maskAccount } from '../../../core/party/decision/mask-account.js';
import type { Sql } from '../../../platform/db/sql.js';
import type { BankAccountView } from './bank-account.dto.js';

interface AccountRow extends ProposedAccount {
  readonly now: Date;
  readonly decisionId: string;
  readonly bankCode: string;
  readonly accountNumber: string;
  readonly holderName: string;
}

interface PayableAccount {
  readonly accountId: string;
  readonly bankCode: string;
  readonly accountNumber: string;
  readonly holderName: string;
}

type StatedRow = AccountRow & StatedAccount;

/** Answers about where a party is paid. */
@Injectable()
export class BankAccountReader {
  /** All that were ever proposed, the newest first, their numbers masked. */
  async accountsOf(sql: Sql, partyId: string): Promise<BankAccountView[]> {
    return (await this.stated(sql, partyId)).map((row) => ({
      id: row.accountId,
      decisionId: row.decisionId,
      state: row.state,
      bankCode: row.bankCode,
      accountNumber: maskAccount(row.accountNumber),
      holderName: row.holderName,
      effectiveFrom: row.effectiveFrom,
    }));
  }

  /** Where money for a party goes at this moment, the whole number: for who pays, never for an answer. */
  async effectiveAccount(sql: Sql, partyId: string): Promise<PayableAccount | undefined> {
    const found = (await this.stated(sql, partyId)).find(({ state }) => state === 'effective');
    if (found === undefined) return undefined;
    const { accountId, bankCode, accountNumber, holderName } = found;
    return { accountId, bankCode, accountNumber, holderName };
  }

  /** What each account is, by the database's clock. */
  async stated(sql: Sql, partyId: string): Promise<StatedRow[]> {
    const rows = await sql.rows<AccountRow>(
      `SELECT clock_timestamp() AS now, bank_account.id AS account_id, decision_id, bank_code, account_number,
         holder_name, cooling_off_h, decision.state AS decision, approved_at, stopped_at
       FROM bank_account JOIN decision ON decision.id = decision_id
       LEFT JOIN bank_account_stop ON account_id = bank_account.id
       WHERE bank_account.party_id = $1 ORDER BY bank_account.proposed_at DESC, bank_account.id DESC`,
      [partyId],
    );
    const stated = listAccounts(rows, rows[0]?.now ?? new Date(0));
    return rows.flatMap((row, place) => {
      const account = stated[place];
      return account === undefined ? [] : [{ ...row, ...account }];
    });
  }
}
