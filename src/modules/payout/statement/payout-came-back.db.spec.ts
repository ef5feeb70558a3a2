import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { approveDecision, plantAccount } from '../../../../test/support/plant-account.js';
import { plantDue } from '../../../../test/support/play-gateway.js';
import { plantParty } from '../../../../test/support/plant-lot.js';
import { as, plantMember } from '../../../../test/support/plant-member.js';
import { transferReference } from '../../../core/payment/transfer-reference.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { Clock } from '../../../platform/clock.js';
import type { PayoutGateway } from '../../../platform/gateway/payouts.js';
import { SecretKey } from '../../../platform/secret/secret-key.js';
import { BankAccountReader } from '../../party/index.js';
import { ApprovePayout } from '../approve-payout.action.js';
import { CallStore } from '../gateway/call.store.js';
import { PayoutAccountStore } from '../gateway/payout-account.store.js';
import { PayoutStore } from '../payout.store.js';
import { ProposePayout } from '../propose-payout.action.js';
import { SendPayout } from '../send-payout.action.js';
import { SuspenseTaskReader } from '../suspense/suspense-task.reader.js';
import { BankStatementStore } from './bank-statement.store.js';
import { ImportStatement } from './import-statement.action.js';
import { ResolveLine } from './resolve-line.action.js';

const store = new PayoutStore();
const accounts = new PayoutAccountStore(new SecretKey('a-secret-of-more-than-32-characters', ''));
const lines = new BankStatementStore();
const tasks = new SuspenseTaskReader();
let test: TestDatabase;
let importing: ImportStatement;
let resolving: ResolveLine;
let [payerId, payeeId] = ['', ''];
let [treasurer, chair] = [] as unknown as [Principal, Principal];
let number = 1_330_012_345_000;

beforeAll(async () => {
  test = await freshDatabase();
  importing = new ImportStatement(test.bareDb, lines, new BankAccountReader());
  resolving = new ResolveLine(test.bareDb, lines, store);
});
beforeEach(async () => {
  payerId = await plantParty(test.owner, 'organiser');
  payeeId = await plantParty(test.owner, 'supplier');
  treasurer = await plantMember(test.owner, 'organiser', payerId, 'treasurer');
  chair = await plantMember(test.owner, 'organiser', payerId, 'chair');
  const payee = await plantMember(test.owner, 'supplier', payeeId, 'treasurer');
  const second = await plantMember(test.owner, 'supplier', payeeId, 'chair');
  number += 2;
  await plantAccount(test, payeeId, [payee, second], { bankCode: '008', accountNumber: String(number) });
  await plantAccount(test, payerId, [treasurer, chair], {
    bankCode: '008',
    accountNumber: String(number + 1),
  });
});
afterEach(async () => {
  expect(await test.auditorDb.rows('SELECT * FROM p01_journals_sum_to_zero')).toEqual([]);
});
afterAll(() => test.close());

const propose = (dueIds: string[]): Promise<string> =>
  as(treasurer, () =>
    new ProposePayout(test.bareDb, store, new BankAccountReader(), accounts, {} as PayoutGateway, {
      DECISION_HOURS: 24,
    }).run(treasurer.personId, payerId, { dueIds, method: 'transfer', reason: 'jatuh tempo' }),
  );
const sending = () => new SendPayout(test.bareDb, store, new CallStore(), new Clock());
/** A payout of Rp50,000 that two people agreed to and that has left. */
const sent = async (): Promise<{ id: string; dueId: string }> => {
  const dueId = await plantDue(test, payerId, payeeId, 50_000);
  const id = await propose([dueId]);
  const row = await test.db.first<{ decisionId: string }>('SELECT decision_id FROM payout WHERE id = $1', [
    id,
  ]);
  const { decisionId = '' } = row ?? {};
  await approveDecision(test, chair, payerId, decisionId);
  await test.workerDb.transaction((tx) => new ApprovePayout(store).run(tx, id, decisionId));
  await as(treasurer, () => sending().sent(treasurer.personId, payerId, id));
  return { id, dueId };
};
const moved = (day: string, text: string, amountRp: number): string =>
  `${number + 1},IDR,${day}/11/2026,${text},-,${Math.max(0, amountRp)}.00,${Math.max(0, 0 - amountRp)}.00`;
const show = (...rows: string[]): Promise<string> => {
  const heading = 'AccountNo,Ccy,PostDate,Remarks,AdditionalDesc,Credit Amount,Debit Amount';
  return as(treasurer, () =>
    importing.run(treasurer.personId, payerId, Buffer.from([heading, ...rows].join('\n'))),
  );
};
const say = (id: string): Promise<void> =>
  as(treasurer, () => sending().returned(treasurer.personId, payerId, id, 'rekening tutup'));
const kept = async (
  id: string,
): Promise<{ state: string; bankRp: number; openRp: number; reversals: number }> => {
  const row = await test.db.first<{ state: string; bankRp: number; openRp: number; reversals: number }>(
    `SELECT state,
       (SELECT coalesce(sum(posting.amount_rp), 0)::bigint FROM posting JOIN account ON account.id = account_id
        WHERE party_id = $2 AND purpose = 'bank') AS bank_rp,
       (SELECT coalesce(sum(amount_rp - covered_rp), 0)::bigint FROM due WHERE payer_id = $2 AND state = 'open') AS open_rp,
       (SELECT count(*)::int FROM journal WHERE kind = 'payout-return' AND business_key = 'payout-return:' || $1) AS reversals
     FROM payout WHERE id = $1::uuid`,
    [id, payerId],
  );
  if (row === undefined) throw new Error('no payout');
  return { ...row };
};
const open = { state: 'returned', bankRp: 0, openRp: 50_000, reversals: 1 };
const resolvedAs = () =>
  test.db.rows<{ as: string }>(
    'SELECT coalesce(resolved_as, state) AS as FROM bank_line WHERE party_id = $1 ORDER BY amount_rp, id',
    [payerId],
  );

describe('a payout that the bank gave back', () => {
  it('opens what it paid again, by the bank’s own line, whichever way round the file tells it', async () => {
    const { id, dueId } = await sent();
    const reference = transferReference(id);
    const rows = [moved('07', `RETUR ${reference}`, 50_000), moved('05', reference, -50_000)];
    await show(...rows);
    expect(await kept(id)).toEqual(open);
    expect(await resolvedAs()).toEqual([{ as: 'payout' }, { as: 'return' }]);
    await show(...rows, moved('08', 'LISTRIK', -5));
    expect(await kept(id)).toEqual(open);
    // It is owed again, and another payout of it takes two people again.
    expect(await propose([dueId])).not.toBe(id);
    const told = await test.db.rows(
      `SELECT FROM happening WHERE kind = 'payout-returned' AND party_id = ANY ($1)`,
      [[payerId, payeeId]],
    );
    expect(told).toHaveLength(2);
  });

  it('is given back once, however often it is said and shown', async () => {
    const { id } = await sent();
    const reference = transferReference(id);
    await expect(say(id)).rejects.toMatchObject({ code: 'PAYOUT_MOVED_ON' });
    await show(moved('05', reference, -50_000));
    expect(await kept(id)).toMatchObject({ state: 'paid', bankRp: -50_000, openRp: 0 });
    await Promise.all([say(id), say(id), show(moved('07', reference, 50_000)), say(id)]);
    expect(await kept(id)).toEqual(open);
    expect(await resolvedAs()).toEqual([{ as: 'payout' }, { as: 'return' }]);
    // Another Rp50,000 under the same reference is somebody's to explain.
    await show(moved('09', reference, 50_000));
    expect(await kept(id)).toEqual({ ...open, bankRp: 50_000 });
    const line = await test.db.first<{ id: string; version: number }>(
      `SELECT id, version FROM bank_line WHERE party_id = $1 AND state = 'suspense'`,
      [payerId],
    );
    await expect(
      as(treasurer, () =>
        resolving.run(treasurer.personId, payerId, line?.id ?? '', line?.version ?? 0, { as: 'return', id }),
      ),
    ).rejects.toMatchObject({ code: 'BANK_LINE_PROVED_BEFORE' });
  });

  it('is offered of money that lies in suspense, and taken out of it', async () => {
    const { id } = await sent();
    // Nobody had said that it left, so its coming back was nothing that the books knew.
    await show(moved('07', `RETUR ${transferReference(id)}`, 50_000));
    expect(await kept(id)).toMatchObject({ state: 'sent', bankRp: 50_000 });
    const listed = () => as(treasurer, () => tasks.page(test.bareDb, payerId, {}));
    expect((await listed()).data[0]).toMatchObject({ possibleReturns: [] });
    await show(moved('05', transferReference(id), -50_000));
    const [task] = (await listed()).data;
    expect(task?.possibleReturns.map(({ payoutId }) => payoutId)).toEqual([id]);
    await as(treasurer, () =>
      resolving.run(treasurer.personId, payerId, task?.id ?? '', task?.version ?? 0, { as: 'return', id }),
    );
    expect(await kept(id)).toEqual(open);
    expect((await listed()).data).toEqual([]);
  });
});
