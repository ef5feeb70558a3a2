import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { approveDecision, plantAccount } from '../../../test/support/plant-account.js';
import { plantDue } from '../../../test/support/play-gateway.js';
import { plantCollector, type Collector } from '../../../test/support/plant-collector.js';
import { as, plantMember } from '../../../test/support/plant-member.js';
import { ScriptedGateway } from '../../../test/support/scripted-gateway.js';
import type { Principal } from '../../platform/auth/principal.js';
import type { PayoutGateway } from '../../platform/gateway/payouts.js';
import { SecretKey } from '../../platform/secret/secret-key.js';
import { BankAccountReader } from '../party/index.js';
import { PayoutAccountStore } from './gateway/payout-account.store.js';
import { PayoutStore } from './payout.store.js';
import { ProposePayout } from './propose-payout.action.js';

let test: TestDatabase;
let gateway: ScriptedGateway;
let stage: Collector['stage'];
let [payee, chair, payer] = [] as unknown as [Principal, Principal, Principal];
let [payeeId, payerId] = ['', ''];
let number = 7_330_012_345_000;

beforeAll(async () => {
  test = await freshDatabase();
});
beforeEach(async () => {
  gateway = new ScriptedGateway();
  ({ stage, payeeId, payerId, payee, payer } = await plantCollector(test, gateway, 'organiser', ['qris']));
  chair = await plantMember(test.owner, 'organiser', payeeId, 'chair');
  const other = await plantMember(test.owner, 'koperasi', payerId, 'chair');
  number += 1;
  await plantAccount(test, payerId, [payer, other], { bankCode: '008', accountNumber: String(number) });
});
afterEach(async () => {
  for (const promise of ['p01_journals_sum_to_zero', 'p04_gateway_money_is_journaled'])
    expect(await test.auditorDb.rows(`SELECT * FROM ${promise}`)).toEqual([]);
});
afterAll(() => test.close());

/** A payment of Rp80,000 of which nothing was owed any more when it came. @returns its id and its item. */
const overpaid = async (): Promise<{ paymentId: string; itemId: string; version: number }> => {
  const dueId = await plantDue(test, payerId, payeeId, 80_000);
  const { id, orderId } = await as(payer, () =>
    stage.asking.run(payer, { dueIds: [dueId], channel: 'qris' }),
  );
  await stage.ask();
  const claim = { amountRp: 80_000, paidOn: '2026-11-20' };
  const transfer = await as(payer, () => stage.transfers.claim(payer, dueId, claim));
  await as(payee, () => stage.transfers.confirm(payee, dueId, transfer.id));
  gateway.pay(orderId, new Date(Date.now() - 1_000));
  await stage.hurry();
  await stage.ask();
  await stage.clearing.run();
  await test.owner.query('UPDATE suspense_item SET firm_at = arisen_at WHERE payment_id = $1', [id]);
  const item = await test.db.first<{ id: string; version: number }>(
    'SELECT id, version FROM suspense_item WHERE payment_id = $1',
    [id],
  );
  return { paymentId: id, itemId: item?.id ?? '', version: item?.version ?? 0 };
};
const owedBack = () =>
  test.db.rows<{ id: string; amountRp: number; kind: string }>(
    `SELECT id, amount_rp, kind FROM due WHERE payer_id = $1 AND kind IN ('money-back', 'credit')`,
    [payeeId],
  );
const won = (tried: readonly PromiseSettledResult<unknown>[]): number =>
  tried.filter(({ status }) => status === 'fulfilled').length;

describe('what was paid too much', () => {
  it('is decided about once, by all who press at once, and owed back once', async () => {
    const { itemId, version } = await overpaid();
    const { resolving } = stage;
    const propose = () => as(payee, () => resolving.propose(payee, itemId, 'lebih bayar', version));
    expect(won(await Promise.allSettled([propose(), propose(), propose(), propose()]))).toBe(1);
    const item = await test.db.first<{ decisionId: string; version: number }>(
      'SELECT decision_id, version FROM suspense_item WHERE id = $1',
      [itemId],
    );
    const { decisionId = '' } = item ?? {};
    await approveDecision(test, chair, payeeId, decisionId);
    const giveBack = () => test.workerDb.transaction((tx) => resolving.giveBack(tx, itemId, decisionId));
    const credit = () => as(payee, () => resolving.credit(payee, itemId, item?.version ?? 0));
    await Promise.allSettled([giveBack(), credit(), giveBack(), credit(), giveBack()]);
    expect(await owedBack()).toMatchObject([{ amountRp: 80_000 }]);
  });

  it('goes back through the gateway or by a payout, never both', async () => {
    const { paymentId, itemId, version } = await overpaid();
    await as(payee, () => stage.resolving.credit(payee, itemId, version));
    const [back] = await owedBack();
    const dueId = back?.id ?? '';
    const accounts = new PayoutAccountStore(new SecretKey('a-secret-of-more-than-32-characters', ''));
    const payOut = () =>
      as(payee, () =>
        new ProposePayout(
          test.bareDb,
          new PayoutStore(),
          new BankAccountReader(),
          accounts,
          {} as PayoutGateway,
          { DECISION_HOURS: 24 },
        ).run(payee.personId, payeeId, { dueIds: [dueId], method: 'transfer', reason: 'lebih bayar' }),
      );
    const request = { dueId, amountRp: 80_000, reason: 'lebih bayar' };
    const refund = () => as(payee, () => stage.refunding.run(payee, paymentId, request));
    expect(won(await Promise.allSettled([payOut(), refund(), payOut(), refund(), payOut(), refund()]))).toBe(
      1,
    );
  });
});
