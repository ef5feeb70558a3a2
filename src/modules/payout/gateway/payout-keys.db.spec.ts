import { createHash } from 'node:crypto';
import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { plantDue } from '../../../../test/support/play-gateway.js';
import { approveDecision } from '../../../../test/support/plant-account.js';
import { as } from '../../../../test/support/plant-member.js';
import { plantMoneyParty, type MoneyParty } from '../../../../test/support/play-payout.js';
import { Clock } from '../../../platform/clock.js';
import { withinScope } from '../../../platform/db/scope.js';
import type { Answer } from '../../../platform/gateway/gateway.js';
import type {
  GatewayPayout,
  PayoutGateway,
  PayoutKeys,
  PayoutOrder,
} from '../../../platform/gateway/payouts.js';
import { makeLogger } from '../../../platform/logging/logger.js';
import { SecretKey } from '../../../platform/secret/secret-key.js';
import { BankAccountReader } from '../../party/index.js';
import { ApprovePayout } from '../approve-payout.action.js';
import { PayoutStore } from '../payout.store.js';
import { PayoutReader } from '../payout.reader.js';
import { ProposePayout } from '../propose-payout.action.js';
import { SendPayout } from '../send-payout.action.js';
import { CallStore } from './call.store.js';
import { HearPayout } from './hear-payout.action.js';
import { PayoutAccountStore } from './payout-account.store.js';
import { SendByGateway } from './send-by-gateway.js';
import { SetPayoutAccount } from './set-payout-account.action.js';

/** Knows payouts by the maker's key that made them; takes no key that was revoked. */
class KeyedGateway implements PayoutGateway {
  readonly made: { key: string; idempotencyKey: string; payout: GatewayPayout }[] = [];
  readonly revoked = new Set<string>();
  /** The answer to the next create gets lost. */
  isSilent = false;

  pays(): boolean {
    return true;
  }

  create(keys: PayoutKeys, order: PayoutOrder): Promise<Answer<{ readonly referenceNo: string }>> {
    if (this.revoked.has(keys.makerKey)) return this.refuse();
    const same = this.made.find(
      ({ key, idempotencyKey }) => key === keys.makerKey && idempotencyKey === order.idempotencyKey,
    );
    const referenceNo = same?.payout.referenceNo ?? `ref-${this.made.length + 1}-${order.idempotencyKey}`;
    if (same === undefined)
      this.made.push({
        ...{ key: keys.makerKey, idempotencyKey: order.idempotencyKey },
        payout: { referenceNo, status: 'queued', amountRp: order.amountRp, reason: null },
      });
    const isLost = this.isSilent;
    this.isSilent = false;
    return Promise.resolve(
      isLost ? { outcome: 'unknown', reason: 'ECONNABORTED' } : { outcome: 'done', value: { referenceNo } },
    );
  }

  approve(keys: PayoutKeys, referenceNo: string): Promise<Answer<null>> {
    if (this.revoked.has(keys.makerKey) || this.revoked.has(keys.approverKey)) return this.refuse();
    this.move(referenceNo, 'approved');
    return Promise.resolve({ outcome: 'done', value: null });
  }

  status(keys: PayoutKeys, referenceNo: string): Promise<Answer<GatewayPayout>> {
    if (this.revoked.has(keys.makerKey)) return this.refuse();
    const found = this.made.find(({ payout }) => payout.referenceNo === referenceNo);
    return Promise.resolve(
      found === undefined
        ? { outcome: 'refused', code: 404, message: 'unknown' }
        : { outcome: 'done', value: found.payout },
    );
  }

  isSigned({ merchantKey }: PayoutKeys, raw: Buffer, signature: string): boolean {
    return signature === signed(raw, merchantKey);
  }

  move(referenceNo: string, status: GatewayPayout['status']): void {
    const found = this.made.find(({ payout }) => payout.referenceNo === referenceNo);
    if (found !== undefined) found.payout = { ...found.payout, status };
  }

  private refuse(): Promise<Answer<never>> {
    return Promise.resolve({ outcome: 'refused', code: 401, message: 'no such key' });
  }
}

const signed = (raw: Buffer, key: string): string =>
  createHash('sha512').update(raw).update(key).digest('hex');
const keysNamed = (name: string): PayoutKeys => ({
  makerKey: `maker-${name}`,
  approverKey: `approver-${name}`,
  merchantKey: `merchant-${name}`,
});

let database: TestDatabase;
let gateway: KeyedGateway;
let payer: MoneyParty;
let payee: MoneyParty;
const accounts = new PayoutAccountStore(new SecretKey('a-secret-of-more-than-32-characters', ''));
const store = new PayoutStore();
const calls = new CallStore();

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  gateway = new KeyedGateway();
  payer = await plantMoneyParty(database, 'organiser');
  payee = await plantMoneyParty(database, 'supplier');
  await setKeys('first', undefined);
});
afterAll(() => database.close());

const setKeys = (name: string, seen: number | undefined): Promise<void> =>
  as(payer.chair, () =>
    new SetPayoutAccount(database.bareDb, accounts).run(
      payer.chair.personId,
      payer.id,
      seen,
      keysNamed(name),
    ),
  );
/** A payout that two people approved. @returns its id. */
const approved = async (): Promise<string> => {
  const dueId = await plantDue(database, payer.id, payee.id, 70_000);
  const proposing = new ProposePayout(
    ...([database.bareDb, store, new BankAccountReader(), accounts, gateway] as const),
    { DECISION_HOURS: 24 },
  );
  const payoutId = await as(payer.treasurer, () =>
    proposing.run(payer.treasurer.personId, payer.id, {
      ...{ dueIds: [dueId], method: 'iris', reason: 'jatuh tempo' },
    }),
  );
  const row = await database.db.first<{ decisionId: string }>(
    'SELECT decision_id FROM payout WHERE id = $1',
    [payoutId],
  );
  const { decisionId = '' } = row ?? {};
  await approveDecision(database, payer.chair, payer.id, decisionId);
  await database.workerDb.transaction((tx) => new ApprovePayout(store).run(tx, payoutId, decisionId));
  return payoutId;
};
/** Some turns of a worker; whatever waits is due. */
const work = async (turns = 3): Promise<void> => {
  for (let turn = 0; turn < turns; turn += 1) {
    const worker = new SendByGateway(
      ...([database.workerDb, store, calls, accounts, gateway, new Clock(), makeLogger('silent')] as const),
    );
    await withinScope({ purpose: 'payout.send-by-gateway' }, async () => {
      await database.workerDb.change(
        'UPDATE payout_call SET next_at = clock_timestamp() WHERE next_at IS NOT NULL',
      );
      await worker.run();
      await worker.beforeApplicationShutdown();
    });
  }
};
const stateOf = async (payoutId: string): Promise<string | undefined> =>
  (await database.db.first<{ state: string }>('SELECT state FROM payout WHERE id = $1', [payoutId]))?.state;
const callOf = (payoutId: string) =>
  database.db.first<{ answer: string; referenceNo: string | null; isDue: boolean }>(
    `SELECT answer, reference_no, next_at <= clock_timestamp() AS is_due FROM payout_call WHERE payout_id = $1`,
    [payoutId],
  );
const hear = (raw: string, signature: string): Promise<void> =>
  new HearPayout(database.bareDb, calls, accounts, gateway).run(Buffer.from(raw), signature);
const faults = async (): Promise<(string | null)[]> => {
  const rows = await database.auditorDb.rows<{ fault: string | null }>(
    'SELECT fault FROM payout_notification ORDER BY id',
  );
  return rows.map(({ fault }) => fault);
};

describe('a payout whose payer replaces its keys', () => {
  it('is known by word that is signed with those it was begun under; other word is counted for what it is', async () => {
    const payoutId = await approved();
    await work();
    await setKeys('second', 1);
    await setKeys('third', 2);
    const { referenceNo = '' } = (await callOf(payoutId)) ?? {};
    const body = JSON.stringify({ reference_no: referenceNo, status: 'completed' });
    for (const name of ['first', 'second', 'third']) {
      await database.db.change('UPDATE payout_call SET next_at = NULL WHERE payout_id = $1', [payoutId]);
      await hear(body, signed(Buffer.from(body), `merchant-${name}`));
      expect(await callOf(payoutId)).toMatchObject({ isDue: true });
    }
    await database.db.change('UPDATE payout_call SET next_at = NULL WHERE payout_id = $1', [payoutId]);
    await hear(body, signed(Buffer.from(body), 'merchant-of-nobody'));
    await hear(body, '');
    await hear(`${body} `, signed(Buffer.from(body), 'merchant-first'));
    await hear('{"reference_no":"ref-9"}', 'x');
    await hear('{}', 'x');
    await hear('x'.repeat(20_000), 'x');
    expect(await callOf(payoutId)).toMatchObject({ isDue: null });
    expect(await faults()).toEqual([
      ...[null, null, null, 'forged', 'unsigned', 'forged', 'unknown-payout', 'unreadable', 'oversized'],
    ]);
  });

  it('is made once, under the account it was begun under, though its answer was lost', async () => {
    gateway.isSilent = true;
    const payoutId = await approved();
    await work(2);
    await setKeys('second', 1);
    await work(4);
    expect(gateway.made.map(({ key }) => key)).toEqual(['maker-first']);
    const [made] = gateway.made;
    gateway.move(made?.payout.referenceNo ?? '', 'completed');
    await work();
    expect(await stateOf(payoutId)).toBe('paid');
  });

  it('is not called failed where nobody can say whether it was made: a person finds out', async () => {
    gateway.isSilent = true;
    const payoutId = await approved();
    await work(2);
    await setKeys('second', 1);
    gateway.revoked.add('maker-first');
    await work(4);
    expect(gateway.made).toHaveLength(1);
    expect([await stateOf(payoutId), (await callOf(payoutId))?.answer]).toEqual(['sent', 'given-up']);
    const told = ({ id, treasurer }: MoneyParty) =>
      as(treasurer, async () => (await new PayoutReader().one(database.bareDb, id, payoutId)).gatewayAnswer);
    expect([await told(payer), await told(payee)]).toEqual(['given-up', null]);
    const sending = new SendPayout(database.bareDb, store, calls, new Clock());
    await as(payer.treasurer, () =>
      sending.failed(payer.treasurer.personId, payer.id, payoutId, 'tak ada di mutasi'),
    );
    expect([await stateOf(payoutId), await told(payer)]).toEqual(['failed', null]);
  });

  it('is followed under the new keys of the same account, once the old ones are taken no more', async () => {
    const payoutId = await approved();
    await work();
    await setKeys('second', 1);
    gateway.revoked.add('maker-first');
    const { referenceNo = '' } = (await callOf(payoutId)) ?? {};
    gateway.move(referenceNo ?? '', 'completed');
    await work();
    expect(await stateOf(payoutId)).toBe('paid');
  });

  it('is approved under the new keys where the approver’s had been mistaken', async () => {
    gateway.revoked.add('approver-first');
    await approved();
    await work(4);
    expect(gateway.made).toMatchObject([{ payout: { status: 'queued' } }]);
    await setKeys('second', 1);
    await work(1);
    expect(gateway.made).toMatchObject([{ payout: { status: 'approved' } }]);
  });

  it('has two keys, of a maker and of an approver', async () => {
    const keys = { ...keysNamed('one'), approverKey: 'maker-one' };
    const setting = new SetPayoutAccount(database.bareDb, accounts);
    await expect(
      as(payer.chair, () => setting.run(payer.chair.personId, payer.id, 1, keys)),
    ).rejects.toMatchObject({ code: 'IRIS_KEYS_ALIKE', errors: [{ field: 'approverKey' }] });
  });

  it('fails where its keys were never taken', async () => {
    gateway.revoked.add('maker-first');
    const payoutId = await approved();
    await work(2);
    expect(await stateOf(payoutId)).toBe('failed');
  });
});
