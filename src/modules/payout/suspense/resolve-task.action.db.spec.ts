import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { plantAccount } from '../../../../test/support/plant-account.js';
import { KEYS, paymentsOf, plantDue } from '../../../../test/support/play-gateway.js';
import { plantParty } from '../../../../test/support/plant-lot.js';
import { as, plantMember } from '../../../../test/support/plant-member.js';
import { ScriptedGateway } from '../../../../test/support/scripted-gateway.js';
import { credit, debit } from '../../../core/ledger/post-journal.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { newId } from '../../../platform/new-id.js';
import { postJournal } from '../../ledger/index.js';
import { BankAccountReader } from '../../party/index.js';
import { cancelDue, changeDue, coverDue, raiseDue, StateOutcome } from '../../payment/index.js';
import { PayoutStore } from '../payout.store.js';
import { BankStatementStore } from '../statement/bank-statement.store.js';
import { ImportStatement } from '../statement/import-statement.action.js';
import { ResolveLine } from '../statement/resolve-line.action.js';
import { ResolveTask } from './resolve-task.action.js';
import type { ResolveTaskRequest, SuspenseTaskView } from './suspense-task.dto.js';
import { SuspenseTaskReader } from './suspense-task.reader.js';

let database: TestDatabase;
let gateway: ScriptedGateway;
let stage: ReturnType<typeof paymentsOf>;
let resolving: ResolveTask;
let payee: Principal;
let payer: Principal;
let [payeeId, payerId] = ['', ''];
let accounts = 0;
const reader = new SuspenseTaskReader();

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  gateway = new ScriptedGateway();
  stage = paymentsOf(database, gateway);
  await database.db.change('UPDATE gateway_ask SET due_at = NULL');
  payeeId = await plantParty(database.owner, 'organiser');
  payerId = await plantParty(database.owner, 'koperasi');
  payee = await plantMember(database.owner, 'organiser', payeeId, 'treasurer');
  payer = await plantMember(database.owner, 'koperasi', payerId, 'treasurer');
  await as(payee, () =>
    stage.keeping.run(payee, payeeId, { ...KEYS, channels: ['bca-va', 'permata-va'] }, undefined),
  );
  const lines = new ResolveLine(database.bareDb, new BankStatementStore(), new PayoutStore());
  resolving = new ResolveTask(
    database.bareDb,
    reader,
    stage.resolving,
    lines,
    new StateOutcome(database.bareDb, { DECISION_HOURS: 24 }),
  );
});
afterEach(async () => {
  for (const promise of ['p01_journals_sum_to_zero', 'p02_deposits_add_up', 'p04_gateway_money_is_journaled'])
    expect(await database.auditorDb.rows(`SELECT * FROM ${promise}`)).toEqual([]);
});
afterAll(() => database.close());

const askAgain = async (): Promise<void> => {
  await stage.hurry();
  await stage.ask();
};
const tasks = async (): Promise<SuspenseTaskView[]> =>
  (await as(payee, () => reader.page(database.bareDb, payeeId, {}))).data;
const resolve = async (request: ResolveTaskRequest, version?: number): Promise<void> => {
  const [task] = await tasks();
  return as(payee, () =>
    resolving.run(payee, payeeId, task?.id ?? '', version ?? task?.version ?? 0, request),
  );
};
const dueRows = (kind: string) =>
  database.db.rows<{ id: string; payerId: string; amountRp: number; state: string }>(
    'SELECT id, payer_id, amount_rp, state FROM due WHERE kind = $2 AND $1 IN (payer_id, payee_id) ORDER BY id',
    [payeeId, kind],
  );
const balance = async (partyId: string, purpose: string): Promise<number> => {
  const row = await database.db.first<{ rp: number }>(
    `SELECT coalesce(sum(posting.amount_rp), 0)::bigint AS rp FROM posting JOIN account ON account.id = account_id
     WHERE party_id = $1 AND purpose = $2`,
    [partyId, purpose],
  );
  return row?.rp ?? 0;
};

/** A payment that came after its due had been paid otherwise. @returns its order. */
const payInVain = async (amountRp: number): Promise<string> => {
  const dueId = await plantDue(database, payerId, payeeId, amountRp);
  const { orderId } = await as(payer, () =>
    stage.asking.run(payer, { dueIds: [dueId], channel: 'permata-va' }),
  );
  await stage.ask();
  const { id } = await as(payer, () =>
    stage.transfers.claim(payer, dueId, { amountRp, paidOn: '2026-11-20' }),
  );
  await as(payee, () => stage.transfers.confirm(payee, dueId, id));
  gateway.pay(orderId);
  await askAgain();
  return orderId;
};
const letSettle = () =>
  database.owner.query('UPDATE suspense_item SET firm_at = arisen_at WHERE payee_id = $1', [payeeId]);

/** A line of the payee's bank that says nothing. */
const importLine = async (amountRp: number): Promise<void> => {
  accounts += 1;
  const number = `13300123456${accounts}0`;
  const chair = await plantMember(database.owner, 'organiser', payeeId, 'chair');
  await plantAccount(database, payeeId, [payee, chair], { bankCode: '008', accountNumber: number });
  const heading = 'AccountNo,Ccy,PostDate,Remarks,AdditionalDesc,Credit Amount,Debit Amount';
  // A reference of ours, of a due that is none of theirs: so it is ours, and nobody knows what for.
  const content = Buffer.from(`${heading}\n${number},IDR,05/11/2026,SPK0000000000,-,${amountRp}.00,0.00`);
  const importing = new ImportStatement(database.bareDb, new BankStatementStore(), new BankAccountReader());
  await as(payee, () => importing.run(payee.personId, payeeId, content));
};

describe('money in suspense', () => {
  it('is one list, from payments and statements, with the dues it may be for', async () => {
    await payInVain(70_000);
    await importLine(90_000);
    const [small, large] = [
      await plantDue(database, payerId, payeeId, 70_000),
      await plantDue(database, payerId, payeeId, 95_000),
    ];
    const byPayment = { source: 'payment', payerId, amountRp: 70_000, reason: 'not-owed', text: null };
    expect(await tasks()).toMatchObject([
      { ...byPayment, ways: [], possibleDues: [] },
      { source: 'bank-line', payerId: null, amountRp: 90_000, reason: 'unexplained', ways: { length: 3 } },
    ]);
    await letSettle();
    const [task, line] = await tasks();
    expect(task?.ways).toEqual(['due', 'money-back', 'credit']);
    expect(task?.possibleDues.map(({ id }) => id)).toEqual([small, large]);
    expect(line?.possibleDues.map(({ id }) => id)).toEqual([large]);
    expect((await as(payer, () => reader.page(database.bareDb, payeeId, {}))).data).toHaveLength(1);

    await expect(resolve({ as: 'due', id: small }, 99)).rejects.toMatchObject({ code: 'VERSION_CHANGED' });
    await expect(resolve({ as: 'due' })).rejects.toMatchObject({ code: 'RESOLVE_WITHOUT_ID' });
    await expect(resolve({ as: 'money-back' })).rejects.toMatchObject({ code: 'RESOLVE_WITHOUT_REASON' });
    await expect(resolve({ as: 'ask-again' })).rejects.toMatchObject({ code: 'SUSPENSE_NOT_TAKEN_BACK' });
    await resolve({ as: 'due', id: small });
    await expect(resolve({ as: 'ask-again' })).rejects.toMatchObject({ code: 'SUSPENSE_NOT_TAKEN_BACK' });
    await resolve({ as: 'due', id: large });
    expect(await tasks()).toEqual([]);
    expect(await balance(payeeId, 'suspense')).toBe(0);
    await expect(
      as(payee, () => resolving.run(payee, payeeId, newId(), 1, { as: 'credit' })),
    ).rejects.toMatchObject({ code: 'SUSPENSE_NOT_FOUND' });
  });

  it('becomes a credit of its payer, once however often it is said', async () => {
    await payInVain(70_000);
    await letSettle();
    await Promise.allSettled([1, 2, 3].map(() => resolve({ as: 'credit' })));
    await importLine(90_000);
    await resolve({ as: 'credit', id: payerId });
    expect((await dueRows('credit')).map(({ amountRp }) => amountRp)).toEqual([70_000, 90_000]);
    expect(await tasks()).toEqual([]);
    expect([await balance(payeeId, 'suspense'), await balance(payerId, 'suspense')]).toEqual([0, 0]);
    expect(await balance(payeeId, 'payable')).toBe(-160_000);
  });

  it('takes its credit along when a bank takes it back', async () => {
    const orderId = await payInVain(70_000);
    await letSettle();
    await resolve({ as: 'credit' });
    gateway.set(orderId, { status: 'deny' });
    await database.db.change(
      'UPDATE gateway_ask SET due_at = clock_timestamp() WHERE payment_id IN (SELECT id FROM payment WHERE order_id = $1)',
      [orderId],
    );
    await stage.ask();
    expect(await dueRows('credit')).toMatchObject([{ state: 'cancelled' }]);
    expect([await balance(payeeId, 'suspense'), await balance(payeeId, 'payable')]).toEqual([0, 0]);
  });

  it('is asked for again where its credit had been used when a bank took it back', async () => {
    const orderId = await payInVain(70_000);
    await letSettle();
    await resolve({ as: 'credit' });
    const [credited] = await dueRows('credit');
    await database.workerDb.transaction(async (tx) => {
      const journalId = await postJournal(tx, {
        ...{ businessKey: `spec-used:${credited?.id ?? ''}`, kind: 'spec' },
        postings: [
          ...[debit(payeeId, 'payable', 30_000), credit(payeeId, 'receivable', 30_000)],
          ...[debit(payerId, 'payable', 30_000), credit(payerId, 'receivable', 30_000)],
        ],
      });
      const now = { paidAt: new Date(), firmAt: new Date() };
      await coverDue(tx, {
        ...{
          dueId: credited?.id ?? '',
          kind: 'credit',
          amountRp: 30_000,
          sourceId: newId(),
          journalId,
          ...now,
        },
      });
    });
    gateway.set(orderId, { status: 'deny' });
    await database.db.change(
      'UPDATE gateway_ask SET due_at = clock_timestamp() WHERE payment_id IN (SELECT id FROM payment WHERE order_id = $1)',
      [orderId],
    );
    await stage.ask();
    expect(await tasks()).toMatchObject([{ reason: 'reversed', amountRp: 30_000, ways: ['ask-again'] }]);
    expect(await balance(payeeId, 'suspense')).toBe(30_000);
    await resolve({ as: 'ask-again' });
    expect(await dueRows('money-back')).toMatchObject([{ payerId, amountRp: 30_000, state: 'open' }]);
    expect([await balance(payeeId, 'suspense'), await balance(payerId, 'suspense')]).toEqual([0, 0]);
  });

  it('goes back from a statement as what is owed to who sent it', async () => {
    await importLine(90_000);
    await resolve({ as: 'money-back', id: payerId });
    expect(await dueRows('money-back')).toMatchObject([{ payerId: payeeId, amountRp: 90_000 }]);
  });
});

describe('what a bank took back after it had been given back', () => {
  it.each(['payment-request', 'deposit'] as const)('of a %s is asked for again, once', async (kind) => {
    const dueId = await plantDue(database, payerId, payeeId, 60_000, kind);
    const { id, orderId } = await as(payer, () =>
      stage.asking.run(payer, { dueIds: [dueId], channel: 'permata-va' }),
    );
    await stage.ask();
    gateway.pay(orderId);
    await askAgain();
    // It came to more, was given up, and what had been paid went back.
    await database.workerDb.transaction(async (tx) => {
      await changeDue(tx, dueId, 90_000);
      await cancelDue(tx, dueId);
      if (kind !== 'deposit') return;
      const back = { payerId: payeeId, payeeId: payerId, poolId: null, amountRp: 60_000, dueAt: null };
      await raiseDue(tx, { kind: 'deposit-return', subjectId: newId(), ...back });
      await postJournal(tx, {
        ...{ businessKey: `spec-return:${dueId}`, kind: 'spec' },
        postings: [
          debit(payeeId, 'deposit-held', 60_000),
          credit(payeeId, 'payable', 60_000),
          debit(payerId, 'receivable', 60_000),
          credit(payerId, 'deposit-held', 60_000),
        ],
      });
    });
    gateway.set(orderId, { status: 'deny' });
    await database.db.change('UPDATE gateway_ask SET due_at = clock_timestamp() WHERE payment_id = $1', [id]);
    await stage.ask();
    expect(await tasks()).toMatchObject([{ reason: 'reversed', amountRp: 60_000, ways: ['ask-again'] }]);
    await expect(resolve({ as: 'credit' })).rejects.toMatchObject({ code: 'SUSPENSE_TAKEN_BACK' });
    await Promise.allSettled([1, 2].map(() => resolve({ as: 'ask-again' })));
    expect(await dueRows('money-back')).toMatchObject([{ payerId, amountRp: 60_000, state: 'open' }]);
    expect(await tasks()).toEqual([]);
    expect(await balance(payeeId, 'deposit-held')).toBe(0);
  });

  it('is asked for again of each payment that a bank took back', async () => {
    const dueId = await plantDue(database, payerId, payeeId, 60_000);
    const paid = async (): Promise<string> => {
      const { orderId } = await as(payer, () =>
        stage.asking.run(payer, { dueIds: [dueId], channel: 'permata-va' }),
      );
      await stage.ask();
      gateway.pay(orderId);
      await askAgain();
      return orderId;
    };
    const orders = [await paid()];
    await database.workerDb.transaction((tx) => changeDue(tx, dueId, 90_000));
    orders.push(await paid());
    await database.workerDb.transaction(async (tx) => {
      await changeDue(tx, dueId, 91_000);
      await cancelDue(tx, dueId);
    });
    for (const orderId of orders) gateway.set(orderId, { status: 'deny' });
    await database.db.change('UPDATE gateway_ask SET due_at = clock_timestamp()');
    await stage.ask();
    expect((await tasks()).map(({ amountRp }) => amountRp).sort()).toEqual([30_000, 60_000]);
  });
});
