import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { expectSerial, Interleaver } from '../../../test/support/interleave.js';
import { KEYS, paymentsOf, plantDue } from '../../../test/support/play-gateway.js';
import { plantParty } from '../../../test/support/plant-lot.js';
import { as, plantMember } from '../../../test/support/plant-member.js';
import { ScriptedGateway } from '../../../test/support/scripted-gateway.js';
import type { Principal } from '../../platform/auth/principal.js';
import type { Db } from '../../platform/db/db.js';
import type { ChargeRequest, GatewayKeys } from '../../platform/gateway/gateway.js';
import { SecretKey } from '../../platform/secret/secret-key.js';
import { GatewayAccountStore } from './gateway-account.store.js';
import { KeepGatewayAccount } from './keep-gateway-account.action.js';
import { PaymentReader } from './payment.reader.js';
import { ProposeRefund } from './propose-refund.action.js';
import { TalkToGateway } from './talk-to-gateway.js';

interface World {
  readonly payee: Principal;
  readonly payeeId: string;
  readonly paymentId: string;
  readonly version: number;
}

/** Knows under which merchant each order was charged, and asked to be given back. */
class NotingGateway extends ScriptedGateway {
  readonly merchants = new Map<string, string>();
  readonly refunders = new Map<string, string>();

  override refund(keys: GatewayKeys, ...asked: [string, { refundKey: string; amountRp: number }]) {
    this.refunders.set(asked[0], keys.merchantId);
    return super.refund(keys, ...asked);
  }

  override charge(keys: GatewayKeys, request: ChargeRequest) {
    this.merchants.set(request.orderId, keys.merchantId);
    return super.charge(keys, request);
  }
}

const NEW = 'G-BARU';
const gateway = new NotingGateway();
const accounts = new GatewayAccountStore(new SecretKey('a-secret-of-more-than-32-characters', ''));
let test: TestDatabase;
let interleaver: Interleaver;

beforeAll(async () => {
  test = await freshDatabase();
  interleaver = await Interleaver.open(test);
});
afterAll(async () => {
  await interleaver.stop();
  await test.close();
});

/** A payment that nobody has asked the gateway for yet. */
const plant = async (): Promise<World> => {
  const payeeId = await plantParty(test.owner, 'supplier');
  const payerId = await plantParty(test.owner, 'koperasi');
  const payee = await plantMember(test.owner, 'supplier', payeeId, 'treasurer');
  const payer = await plantMember(test.owner, 'koperasi', payerId, 'treasurer');
  const stage = paymentsOf(test, gateway);
  const { version } = await as(payee, () =>
    stage.keeping.run(payee, payeeId, { ...KEYS, channels: ['bca-va'] }, undefined),
  );
  const dueIds = [await plantDue(test, payerId, payeeId, 50_000)];
  const { id } = await as(payer, () => stage.asking.run(payer, { dueIds, channel: 'bca-va' }));
  return { payee, payeeId, paymentId: id, version };
};
const observe = async ({ paymentId, payeeId }: World): Promise<unknown> => {
  const row = await test.db.first<{ orderId: string; merchantId: string; state: string }>(
    `SELECT order_id, state, gateway_account.merchant_id FROM payment JOIN gateway_account ON party_id = payee_id
     WHERE payment.id = $1 AND payee_id = $2`,
    [paymentId, payeeId],
  );
  return { state: row?.state, now: row?.merchantId, charged: gateway.merchants.get(row?.orderId ?? '') };
};

/** Money that was paid and is firm, of which a part is owed back; one person has proposed a refund. */
const plantRefund = async (): Promise<World & { readonly refundId: string }> => {
  const payeeId = await plantParty(test.owner, 'supplier');
  const payerId = await plantParty(test.owner, 'koperasi');
  const payee = await plantMember(test.owner, 'supplier', payeeId, 'treasurer');
  const payer = await plantMember(test.owner, 'koperasi', payerId, 'treasurer');
  const stage = paymentsOf(test, gateway);
  const { version } = await as(payee, () =>
    stage.keeping.run(payee, payeeId, { ...KEYS, channels: ['qris'] }, undefined),
  );
  const dueIds = [await plantDue(test, payerId, payeeId, 50_000)];
  const { id, orderId } = await as(payer, () => stage.asking.run(payer, { dueIds, channel: 'qris' }));
  await stage.ask();
  gateway.pay(orderId, new Date(Date.now() - 1_000));
  await stage.hurry();
  await stage.ask();
  await stage.clearing.run();
  const dueId = await plantDue(test, payeeId, payerId, 20_000, 'credit');
  const { refunds } = await as(payee, () =>
    stage.refunding.run(payee, id, { dueId, amountRp: 20_000, reason: 'kurang kirim' }),
  );
  return { payee, payeeId, paymentId: id, version, refundId: refunds[0]?.id ?? '' };
};

const changing = {
  name: 'change the merchant',
  role: 'sepikul_app',
  play: (db: Db, { payee, payeeId, version }: World) =>
    as(payee, () =>
      new KeepGatewayAccount(db, accounts).run(
        payee,
        payeeId,
        { ...KEYS, merchantId: NEW, channels: ['bca-va'] },
        version,
      ),
    ).then(() => null),
} as const;

describe('a change of the merchant and the approval of a refund, in every order of their statements', () => {
  it('end as one after the other: money is asked back of the merchant that took it, or not by the gateway', async () => {
    const explored = await interleaver.explore<World & { readonly refundId: string }>({
      plant: plantRefund,
      players: [
        changing,
        {
          name: 'approve the refund',
          role: 'sepikul_worker',
          play: (db: Db, { refundId }) =>
            db
              .transaction((tx) =>
                new ProposeRefund(db, new PaymentReader(), { DECISION_HOURS: 24 }).approve(tx, refundId),
              )
              .then(() => null),
        },
      ],
      conclude: async (db, { paymentId }) => {
        const { round = 0 } =
          (await db.first<{ round: number }>('SELECT round FROM gateway_ask WHERE payment_id = $1', [
            paymentId,
          ])) ?? {};
        await new TalkToGateway(db, accounts, gateway).run({ paymentId, call: 'refund', round });
      },
      observe: async (world) => {
        const row = await test.db.first<{ orderId: string; state: string; fault: string | null }>(
          `SELECT order_id, payment_refund.state, payment_refund.fault FROM payment_refund JOIN payment ON payment.id = payment_id
           WHERE payment_refund.id = $1`,
          [world.refundId],
        );
        const asked = gateway.refunders.get(row?.orderId ?? '');
        return { refund: row?.state, fault: row?.fault, asked, ...((await observe(world)) as object) };
      },
    });
    expectSerial(explored);
    for (const ending of explored.seen.keys()) {
      expect(ending).not.toContain(`"asked":"${NEW}"`);
      expect(ending).toContain(ending.includes('"asked"') ? '"refund":"approved"' : 'MERCHANT_HAS_CHANGED');
    }
  }, 600_000);
});

describe('a change of the merchant and a charge, in every order of their statements', () => {
  it('end as one after the other: nothing is charged under a merchant that is no longer asked', async () => {
    const explored = await interleaver.explore<World>({
      plant,
      players: [
        changing,
        {
          name: 'charge',
          role: 'sepikul_worker',
          play: (db: Db, { paymentId }) =>
            new TalkToGateway(db, accounts, gateway)
              .run({ paymentId, call: 'charge', round: 1 })
              .then(() => null),
        },
      ],
      observe,
    });
    expectSerial(explored);
    for (const ending of explored.seen.keys()) expect(ending).not.toMatch(/G-UJI.*G-BARU|G-BARU.*G-UJI/);
  }, 600_000);
});
