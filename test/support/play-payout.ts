import { transferReference } from '../../src/core/payment/transfer-reference.js';
import { BankAccountReader } from '../../src/modules/party/index.js';
import { ApprovePayout } from '../../src/modules/payout/approve-payout.action.js';
import { CallStore } from '../../src/modules/payout/gateway/call.store.js';
import { PayoutAccountStore } from '../../src/modules/payout/gateway/payout-account.store.js';
import { PayoutStore } from '../../src/modules/payout/payout.store.js';
import { ProposePayout } from '../../src/modules/payout/propose-payout.action.js';
import { SendPayout } from '../../src/modules/payout/send-payout.action.js';
import { BankStatementStore } from '../../src/modules/payout/statement/bank-statement.store.js';
import { ImportStatement } from '../../src/modules/payout/statement/import-statement.action.js';
import { ResolveLine, type LineResolution } from '../../src/modules/payout/statement/resolve-line.action.js';
import type { PartyKind, Principal } from '../../src/platform/auth/principal.js';
import { Clock } from '../../src/platform/clock.js';
import type { PayoutGateway } from '../../src/platform/gateway/payouts.js';
import { SecretKey } from '../../src/platform/secret/secret-key.js';
import type { TestDatabase } from './database.js';
import { approveDecision, plantAccount } from './plant-account.js';
import { plantParty } from './plant-lot.js';
import { as, plantMember } from './plant-member.js';

/** A party that pays and is paid: its two people, and its account with a bank. */
export interface MoneyParty {
  readonly id: string;
  readonly treasurer: Principal;
  readonly chair: Principal;
  readonly accountNumber: string;
}

let lastNumber = 1_330_012_345_000;

/** A party with a treasurer, a chair and an account in effect; `partyId` of one that is there. */
export const plantMoneyParty = async (
  test: TestDatabase,
  kind: PartyKind,
  partyId?: string,
): Promise<MoneyParty> => {
  const id = partyId ?? (await plantParty(test.owner, kind));
  const treasurer = await plantMember(test.owner, kind, id, 'treasurer');
  const chair = await plantMember(test.owner, kind, id, 'chair');
  lastNumber += 1;
  const accountNumber = String(lastNumber);
  await plantAccount(test, id, [treasurer, chair], { bankCode: '008', accountNumber });
  return { id, treasurer, chair, accountNumber };
};

/** Payouts by bank transfer and banks' statements, as the processes have them. */
export const payoutsOf = (test: TestDatabase) => {
  const store = new PayoutStore();
  const lines = new BankStatementStore();
  const accounts = new BankAccountReader();
  const keys = new PayoutAccountStore(new SecretKey('a-secret-of-more-than-32-characters', ''));
  const proposing = new ProposePayout(test.bareDb, store, accounts, keys, {} as PayoutGateway, {
    DECISION_HOURS: 24,
  });
  const sending = new SendPayout(test.bareDb, store, new CallStore(), new Clock());
  const importing = new ImportStatement(test.bareDb, lines, accounts);
  const resolving = new ResolveLine(test.bareDb, lines, store);
  const propose = ({ id, treasurer }: MoneyParty, dueIds: string[]): Promise<string> =>
    as(treasurer, () =>
      proposing.run(treasurer.personId, id, { dueIds, method: 'transfer', reason: 'jatuh tempo' }),
    );
  /** The second person's word, and the worker's that heard of it. */
  const approve = async ({ id, chair }: MoneyParty, payoutId: string): Promise<void> => {
    const row = await test.db.first<{ decisionId: string }>('SELECT decision_id FROM payout WHERE id = $1', [
      payoutId,
    ]);
    const { decisionId = '' } = row ?? {};
    await approveDecision(test, chair, id, decisionId);
    await test.workerDb.transaction((tx) => new ApprovePayout(store).run(tx, payoutId, decisionId));
  };
  return {
    propose,
    /** A payout of dues that two people agreed to and that has left. @returns its id. */
    sent: async (payer: MoneyParty, dueIds: string[]): Promise<string> => {
      const payoutId = await propose(payer, dueIds);
      await approve(payer, payoutId);
      await as(payer.treasurer, () => sending.sent(payer.treasurer.personId, payer.id, payoutId));
      return payoutId;
    },
    arrived: ({ id, treasurer }: MoneyParty, payoutId: string): Promise<void> =>
      as(treasurer, () => sending.arrived(treasurer.personId, id, payoutId)),
    failed: ({ id, treasurer }: MoneyParty, payoutId: string): Promise<void> =>
      as(treasurer, () => sending.failed(treasurer.personId, id, payoutId, 'rekening tutup')),
    returned: ({ id, treasurer }: MoneyParty, payoutId: string): Promise<void> =>
      as(treasurer, () => sending.returned(treasurer.personId, id, payoutId, 'rekening tutup')),
    /** A movement as Mandiri lays it out; the text is the reference of a due or a payout where an id is given. */
    moved: ({ accountNumber }: MoneyParty, day: string, of: string, amountRp: number): string => {
      const text = /^[0-9a-f-]{36}$/.test(of) ? transferReference(of) : of;
      const [inRp, outRp] = [Math.max(0, amountRp), Math.max(0, 0 - amountRp)];
      return `${accountNumber},IDR,${day}/11/2026,${text},-,${inRp}.00,${outRp}.00`;
    },
    show: ({ id, treasurer }: MoneyParty, ...rows: string[]): Promise<string> => {
      const heading = 'AccountNo,Ccy,PostDate,Remarks,AdditionalDesc,Credit Amount,Debit Amount';
      return as(treasurer, () =>
        importing.run(treasurer.personId, id, Buffer.from([heading, ...rows].join('\n'))),
      );
    },
    resolve: (
      { id, treasurer }: MoneyParty,
      line: { readonly id: string; readonly version: number },
      resolution: LineResolution,
    ): Promise<void> =>
      as(treasurer, () => resolving.run(treasurer.personId, id, line.id, line.version, resolution)),
  };
};
