import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { approveDecision, plantAccount } from '../../../test/support/plant-account.js';
import { KEYS, paymentsOf, plantDue } from '../../../test/support/play-gateway.js';
import { plantParty } from '../../../test/support/plant-lot.js';
import { as, plantMember } from '../../../test/support/plant-member.js';
import { ScriptedGateway } from '../../../test/support/scripted-gateway.js';
import type { Principal } from '../../platform/auth/principal.js';
import { Clock } from '../../platform/clock.js';
import { withinScope } from '../../platform/db/scope.js';
import type { GatewayPayout, PayoutGateway } from '../../platform/gateway/payouts.js';
import { makeLogger } from '../../platform/logging/logger.js';
import { SecretKey } from '../../platform/secret/secret-key.js';
import { BankAccountReader } from '../party/index.js';
import { ApprovePayout } from './approve-payout.action.js';
import { CallStore } from './gateway/call.store.js';
import { PayoutAccountStore } from './gateway/payout-account.store.js';
import { SendByGateway } from './gateway/send-by-gateway.js';
import { SetPayoutAccount } from './gateway/set-payout-account.action.js';
import { PayoutReader } from './payout.reader.js';
import { PayoutStore } from './payout.store.js';
import { ProposePayout } from './propose-payout.action.js';
import { SendPayout } from './send-payout.action.js';

const config = { DECISION_HOURS: 24 };
const store = new PayoutStore();
const calls = new CallStore();
const accounts = new PayoutAccountStore(new SecretKey('a-secret-of-more-than-32-characters', ''));
let test: TestDatabase;
let told: GatewayPayout['status'];
let made = 0;
let [payerId, payeeId] = ['', ''];
let [treasurer, chair, payee, second] = [] as unknown as [Principal, Principal, Principal, Principal];

const gateway: PayoutGateway = {
  pays: () => true,
  create: () => {
    made += 1;
    return Promise.resolve({ outcome: 'done', value: { referenceNo: `ref-${made}` } });
  },
  approve: () => Promise.resolve({ outcome: 'done', value: null }),
  status: (_, referenceNo) =>
    Promise.resolve({
      outcome: 'done',
      value: { referenceNo, status: told, amountRp: 50_000, reason: 'tutup' },
    }),
  isSigned: () => true,
};

beforeAll(async () => {
  test = await freshDatabase();
});
beforeEach(async () => {
  payerId = await plantParty(test.owner, 'organiser');
  payeeId = await plantParty(test.owner, 'supplier');
  treasurer = await plantMember(test.owner, 'organiser', payerId, 'treasurer');
  chair = await plantMember(test.owner, 'organiser', payerId, 'chair');
  payee = await plantMember(test.owner, 'supplier', payeeId, 'treasurer');
  second = await plantMember(test.owner, 'supplier', payeeId, 'chair');
  await openAccount('1330012345678');
});
afterAll(() => test.close());

const openAccount = (accountNumber: string) =>
  plantAccount(test, payeeId, [payee, second], { bankCode: '008', accountNumber });
const proposing = () =>
  new ProposePayout(test.bareDb, store, new BankAccountReader(), accounts, gateway, config);
const propose = (dueIds: string[], method: 'transfer' | 'iris' = 'transfer'): Promise<string> =>
  as(treasurer, () =>
    proposing().run(treasurer.personId, payerId, { dueIds, method, reason: 'jatuh tempo' }),
  );
const kept = (id: string) =>
  test.db.first<{ state: string; reason: string | null; decisionId: string }>(
    'SELECT state, reason, decision_id FROM payout WHERE id = $1',
    [id],
  );
const approve = async (id: string): Promise<void> => {
  const { decisionId = '' } = (await kept(id)) ?? {};
  await approveDecision(test, chair, payerId, decisionId);
  await test.workerDb.transaction((tx) => new ApprovePayout(store).run(tx, id, decisionId));
};
const sending = () => new SendPayout(test.bareDb, store, calls, new Clock());

describe('a payout', () => {
  it('pays nothing that is being paid through the gateway, nor the reverse', async () => {
    const stage = paymentsOf(test, new ScriptedGateway());
    await as(payee, () => stage.keeping.run(payee, payeeId, { ...KEYS, channels: ['bca-va'] }, undefined));
    const dueId = await plantDue(test, payerId, payeeId, 50_000);
    const wish = () =>
      as(treasurer, () => stage.asking.run(treasurer, { dueIds: [dueId], channel: 'bca-va' }));
    const { id } = await wish();
    await expect(propose([dueId])).rejects.toMatchObject({ code: 'PAYOUT_DUE_ON_ITS_WAY' });
    await as(treasurer, () => stage.asking.cancel(treasurer, id));
    await stage.ask();
    await propose([dueId]);
    await expect(wish()).rejects.toMatchObject({ code: 'DUE_BEING_PAID_OUT' });
  });

  it('is begun once, by a payment or a payout, of many who press at once', async () => {
    const stage = paymentsOf(test, new ScriptedGateway());
    await as(payee, () => stage.keeping.run(payee, payeeId, { ...KEYS, channels: ['bca-va'] }, undefined));
    const dueId = await plantDue(test, payerId, payeeId, 50_000);
    const tried = await Promise.allSettled(
      Array.from({ length: 8 }, (_, at) =>
        at % 2 === 0
          ? propose([dueId])
          : as(treasurer, () => stage.asking.run(treasurer, { dueIds: [dueId], channel: 'bca-va' })),
      ),
    );
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('goes to no account that its payee has given up since it was proposed', async () => {
    const [early, late] = [
      await plantDue(test, payerId, payeeId, 50_000),
      await plantDue(test, payerId, payeeId, 60_000),
    ];
    const before = await propose([early]);
    const approved = await propose([late]);
    await approve(approved);
    await openAccount('9990012345678');
    await approve(before);
    expect(await kept(before)).toMatchObject({
      state: 'refused',
      reason: expect.stringContaining('rekening'),
    });
    await expect(
      as(treasurer, () => new PayoutReader().instructions(test.bareDb.across('payout'), payerId, approved)),
    ).rejects.toMatchObject({ code: 'PAYEE_ACCOUNT_CHANGED' });
    await expect(
      as(treasurer, () => sending().sent(treasurer.personId, payerId, approved)),
    ).rejects.toMatchObject({ code: 'PAYEE_ACCOUNT_CHANGED' });
    await as(treasurer, () => sending().failed(treasurer.personId, payerId, approved, 'rekening berganti'));
    await propose([early, late]);
  });
});

describe('a payout by the gateway', () => {
  const worker = () =>
    new SendByGateway(test.workerDb, store, calls, accounts, gateway, new Clock(), makeLogger('silent'));
  const turn = () =>
    withinScope({ purpose: 'payout.send-by-gateway' }, async () => {
      const own = worker();
      await test.db.change('UPDATE payout_call SET next_at = clock_timestamp() WHERE next_at IS NOT NULL');
      const asked = await own.run();
      await own.beforeApplicationShutdown();
      return asked;
    });
  const sent = async (): Promise<string> => {
    const keys = { makerKey: 'm', approverKey: 'a', merchantKey: 'k' };
    await as(chair, () =>
      new SetPayoutAccount(test.bareDb, accounts).run(chair.personId, payerId, undefined, keys),
    );
    const id = await propose([await plantDue(test, payerId, payeeId, 50_000)], 'iris');
    await approve(id);
    return id;
  };

  it('that came back is at rest, whatever is heard of it again', async () => {
    told = 'completed';
    const id = await sent();
    for (let at = 0; at < 3; at += 1) await turn();
    expect((await kept(id))?.state).toBe('paid');
    told = 'failed';
    await turn();
    expect((await kept(id))?.state).toBe('returned');
    for (const again of ['failed', 'completed', 'queued'] as const) {
      told = again;
      await test.workerDb.transaction((tx) => calls.askNow(tx, id));
      expect(await turn()).toBe(1);
      expect(await turn()).toBe(0);
    }
    expect((await kept(id))?.state).toBe('returned');
  });

  it('is not sent to an account that has changed since two people agreed', async () => {
    told = 'completed';
    const id = await sent();
    await openAccount('9990012345678');
    const before = made;
    for (let at = 0; at < 3; at += 1) await turn();
    expect(await kept(id)).toMatchObject({ state: 'failed', reason: expect.stringContaining('rekening') });
    expect(made).toBe(before);
  });
});
