import { auditPlanting } from '../../../test/support/audit-planting.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { KEYS, plantDue } from '../../../test/support/play-gateway.js';
import { plantCollector, type Collector } from '../../../test/support/plant-collector.js';
import { as } from '../../../test/support/plant-member.js';
import { ScriptedGateway } from '../../../test/support/scripted-gateway.js';
import { credit, debit } from '../../core/ledger/post-journal.js';
import type { Principal } from '../../platform/auth/principal.js';
import { postJournal } from '../ledger/index.js';
import type { PaymentView } from './payment.dto.js';

let database: TestDatabase;
let gateway: ScriptedGateway;
let stage: Collector['stage'];
let payee: Principal;
let payer: Principal;
let [payeeId, payerId] = ['', ''];

beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  gateway = new ScriptedGateway();
  const channels = ['bca-va', 'permata-va', 'qris'] as const;
  ({ stage, payeeId, payerId, payee, payer } = await plantCollector(database, gateway, 'supplier', channels));
  await stage.clearing.run();
});
afterEach(async () => {
  expect(await database.auditorDb.rows('SELECT * FROM p04_gateway_money_is_journaled')).toEqual([]);
});
afterAll(() => database.close());

const pay = (dueIds: string[], channel: 'bca-va' | 'permata-va' | 'qris' = 'bca-va'): Promise<PaymentView> =>
  as(payer, () => stage.asking.run(payer, { dueIds, channel }));
const shown = (id: string): Promise<PaymentView> => stage.reader.one(database.db, id);
const askAgain = async (): Promise<void> => {
  await stage.hurry();
  await stage.ask();
};
const due = (id: string) =>
  database.db.first<{ state: string; coveredRp: number; settledAt: Date | null }>(
    'SELECT state, covered_rp, settled_at FROM due WHERE id = $1',
    [id],
  );
const balance = async (partyId: string, purpose: string): Promise<number> => {
  const row = await database.db.first<{ rp: number }>(
    `SELECT coalesce(sum(posting.amount_rp), 0)::bigint AS rp FROM posting JOIN account ON account.id = account_id
     WHERE party_id = $1 AND purpose = $2`,
    [partyId, purpose],
  );
  return row?.rp ?? 0;
};
const suspense = () =>
  database.db.rows<{ id: string; amountRp: number; reason: string; state: string; payeeId: string }>(
    'SELECT id, amount_rp, reason, state, payee_id FROM suspense_item WHERE $1 IN (payee_id, payer_id) ORDER BY id',
    [payeeId],
  );
const effectiveAt = async (businessKey: string): Promise<Date | undefined> =>
  (
    await database.db.first<{ effectiveAt: Date }>(
      'SELECT effective_at FROM journal WHERE business_key = $1',
      [businessKey],
    )
  )?.effectiveAt;
const holds = () =>
  database.db.rows<{ state: string; amountRp: number }>(
    `SELECT state, amount_rp FROM ledger_hold WHERE party_id = $1 ORDER BY held_at`,
    [payeeId],
  );
const passSettlingDelay = (id: string) =>
  database.owner.query(`UPDATE payment SET firm_at = settled_at WHERE id = $1`, [id]);

describe('a payment through the gateway', () => {
  it('covers several dues by one journal, at the gateway’s time, and clears the transit account', async () => {
    const dues = [
      await plantDue(database, payerId, payeeId, 700_000),
      await plantDue(database, payerId, payeeId, 300_000, 'deposit'),
    ];
    const { id, orderId, state, feeRp } = await pay(dues);
    expect([state, feeRp]).toEqual(['created', 4_440]);
    await stage.ask();
    expect(await shown(id)).toMatchObject({ state: 'pending', instructions: { vaNumber: '8808123' } });
    const settledAt = new Date(Date.now() + 1_000);
    gateway.pay(orderId, settledAt);
    await askAgain();
    await askAgain();
    expect(await shown(id)).toMatchObject({ state: 'settled', settledAt, firmAt: settledAt });
    for (const each of dues) expect(await due(each)).toMatchObject({ state: 'settled', settledAt });
    expect(await balance(payeeId, 'gateway-clearing')).toBe(1_000_000);
    expect(await balance(payeeId, 'deposit-held')).toBe(-300_000);
    expect(await balance(payerId, 'deposit-held')).toBe(300_000);
    expect(await balance(payerId, 'payable')).toBe(0);
    expect(await effectiveAt(`payment:${id}`)).toEqual(settledAt);
    await database.owner.query(
      `UPDATE payment SET settled_at = now() - interval '1 s', firm_at = now() - interval '1 s' WHERE id = $1`,
      [id],
    );
    expect([await stage.clearing.run(), await stage.clearing.run()]).toEqual([1, 0]);
    expect(await balance(payeeId, 'gateway-clearing')).toBe(0);
    expect(await balance(payeeId, 'gateway')).toBe(1_000_000);
    expect(gateway.heard).toEqual(['charge', 'status']);
  });

  it('is refused above what a channel takes, naming those that do, and while another waits', async () => {
    const big = await plantDue(database, payerId, payeeId, 10_000_001);
    await expect(pay([big], 'qris')).rejects.toMatchObject({
      code: 'CHANNEL_TAKES_LESS',
      text: { en: expect.stringContaining('bca-va, permata-va') },
    });
    const { id } = await pay([big]);
    await expect(pay([big])).rejects.toMatchObject({ code: 'DUE_BEING_PAID' });
    await as(payer, () => stage.asking.cancel(payer, id));
    await stage.ask();
    expect((await shown(id)).state).toBe('cancelled');
    expect(gateway.heard).toEqual([]);
    await pay([big]);
  });

  it('is begun by one of many who press at once', async () => {
    const one = await plantDue(database, payerId, payeeId, 50_000);
    const tried = await Promise.allSettled(Array.from({ length: 8 }, () => pay([one])));
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it.each(['silent-after', 'silent-before'] as const)(
    'whose charge nobody answered (%s) is found out by its status and made under one order',
    async (outcome) => {
      gateway.script.push(outcome);
      const { id, orderId } = await pay([await plantDue(database, payerId, payeeId, 50_000)]);
      await stage.ask();
      expect((await shown(id)).state).toBe('unknown');
      await askAgain();
      await database.owner.query(
        `UPDATE payment SET charged_at = now() - interval '1 minute' WHERE id = $1`,
        [id],
      );
      await askAgain();
      await askAgain();
      expect((await shown(id)).state).toBe('pending');
      expect([...gateway.orders.keys()]).toEqual([orderId]);
      expect(gateway.heard.filter((call) => call === 'charge')).toHaveLength(
        outcome === 'silent-after' ? 1 : 2,
      );
    },
  );

  it('of a worker that died over its call is found out by the next', async () => {
    const { id, orderId } = await pay([await plantDue(database, payerId, payeeId, 50_000)]);
    const dying = new Promise<never>(() => undefined);
    const charge = gateway.charge.bind(gateway);
    gateway.charge = async (...given) => {
      await charge(...given);
      return dying;
    };
    expect(await stage.worker().run()).toBe(1);
    while (gateway.heard.length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect((await shown(id)).state).toBe('created');
    gateway.pay(orderId);
    await askAgain();
    expect((await shown(id)).state).toBe('settled');
    expect(gateway.heard).toEqual(['charge', 'status']);
  });

  it('asks the status of an order that is there already, and waits where too many ask', async () => {
    const { id } = await pay([await plantDue(database, payerId, payeeId, 50_000)]);
    gateway.script.push({ refuses: 429 });
    await stage.ask();
    expect((await shown(id)).state).toBe('created');
    gateway.script.push('silent-before');
    await askAgain();
    const order = await shown(id);
    await database.owner.query(`UPDATE payment SET charged_at = now() - interval '1 minute' WHERE id = $1`, [
      id,
    ]);
    await askAgain();
    await gateway.charge(KEYS as never, {
      ...{ orderId: order.orderId, amountRp: 50_000, channel: 'bca-va', items: [], payerName: 'x' },
      expiresAt: order.expiresAt,
    });
    await askAgain();
    await askAgain();
    expect((await shown(id)).state).toBe('pending');
  });

  it('is denied with the gateway’s code when that refuses it', async () => {
    gateway.script.push({ refuses: 402 });
    const { id } = await pay([await plantDue(database, payerId, payeeId, 50_000)]);
    await stage.ask();
    expect(await shown(id)).toMatchObject({ state: 'denied', fault: 'gateway 402' });
  });

  it('believes no answer about another amount', async () => {
    const { id, orderId } = await pay([await plantDue(database, payerId, payeeId, 50_000)]);
    await stage.ask();
    gateway.set(orderId, { status: 'settlement', settledAt: new Date(), amountRp: 49_999 });
    await askAgain();
    expect((await shown(id)).state).toBe('pending');
    expect(
      await database.db.first(
        `SELECT code FROM gateway_call WHERE payment_id = $1 AND outcome = 'mismatch'`,
        [id],
      ),
    ).toBeDefined();
  });
});

describe('money that came for nothing', () => {
  const late = async (): Promise<{ dueId: string; itemId: string }> => {
    const dueId = await plantDue(database, payerId, payeeId, 90_000);
    const { id, orderId, expiresAt } = await pay([dueId]);
    await stage.ask();
    gateway.set(orderId, { status: 'expire' });
    await askAgain();
    expect((await shown(id)).state).toBe('expired');
    gateway.pay(orderId, new Date(expiresAt.getTime() + 1_000));
    await database.db.change('UPDATE gateway_ask SET due_at = clock_timestamp() WHERE payment_id = $1', [id]);
    await stage.ask();
    expect((await shown(id)).state).toBe('settled');
    expect((await due(dueId))?.state).toBe('open');
    const [item] = await suspense();
    expect(item).toMatchObject({ amountRp: 90_000, reason: 'late', state: 'open' });
    expect(await balance(payeeId, 'suspense')).toBe(-90_000);
    const itemId = item?.id ?? '';
    await expect(as(payee, () => stage.resolving.apply(payee, itemId, dueId, 1))).rejects.toMatchObject({
      code: 'MONEY_NOT_FIRM_YET',
    });
    await database.owner.query('UPDATE suspense_item SET firm_at = now()');
    return { dueId, itemId };
  };

  it('since it was late is kept apart, and covers what its payer still owes', async () => {
    const { dueId, itemId } = await late();
    await expect(as(payer, () => stage.resolving.apply(payer, itemId, dueId, 1))).rejects.toMatchObject({
      code: 'DUE_NOT_YOURS',
    });
    await as(payee, () => stage.resolving.apply(payee, itemId, dueId, 1));
    expect((await due(dueId))?.state).toBe('settled');
    expect(await balance(payeeId, 'suspense')).toBe(0);
    expect(await balance(payerId, 'payable')).toBe(0);
    await expect(as(payee, () => stage.resolving.apply(payee, itemId, dueId, 2))).rejects.toMatchObject({
      code: 'SUSPENSE_RESOLVED',
    });
  });

  it('is late too where the gateway ended it before its time, and in time if it came before that', async () => {
    const came = async (settledAt: (endedAt: Date) => Date): Promise<string | undefined> => {
      const dueId = await plantDue(database, payerId, payeeId, 90_000);
      const { id, orderId, expiresAt } = await pay([dueId]);
      await stage.ask();
      gateway.set(orderId, { status: 'expire' });
      await askAgain();
      const ended = await shown(id);
      expect(ended.expiresAt.getTime()).toBeLessThan(expiresAt.getTime());
      gateway.pay(orderId, settledAt(ended.expiresAt));
      await database.db.change('UPDATE gateway_ask SET due_at = clock_timestamp() WHERE payment_id = $1', [
        id,
      ]);
      await stage.ask();
      return (await due(dueId))?.state;
    };
    expect(await came((endedAt) => new Date(endedAt.getTime() + 1))).toBe('open');
    expect(await suspense()).toMatchObject([{ amountRp: 90_000, reason: 'late' }]);
    expect(await came((endedAt) => new Date(endedAt.getTime() - 1))).toBe('settled');
    expect(await suspense()).toHaveLength(1);
  });

  it('goes back once two people agree, as something that is owed', async () => {
    const { itemId } = await late();
    await as(payee, () => stage.resolving.propose(payee, itemId, 'terlambat', 1));
    const proposed = await database.db.first<{ decisionId: string }>(
      'SELECT decision_id FROM suspense_item WHERE id = $1',
      [itemId],
    );
    await database.workerDb.transaction((tx) =>
      stage.resolving.giveBack(tx, itemId, proposed?.decisionId ?? ''),
    );
    const [item] = await suspense();
    expect(item?.state).toBe('giving-back');
    expect(
      await database.db.first('SELECT kind, payer_id, payee_id, amount_rp FROM due WHERE subject_id = $1', [
        itemId,
      ]),
    ).toEqual({ kind: 'money-back', payerId: payeeId, payeeId: payerId, amountRp: 90_000 });
    expect([await balance(payeeId, 'suspense'), await balance(payeeId, 'payable')]).toEqual([0, -90_000]);
  });

  it('since it was paid twice is kept apart in part', async () => {
    const dueId = await plantDue(database, payerId, payeeId, 100_000);
    const { orderId } = await pay([dueId]);
    await stage.ask();
    const transfer = await as(payer, () =>
      stage.transfers.claim(payer, dueId, { amountRp: 40_000, paidOn: '2026-11-20' }),
    );
    await as(payee, () => stage.transfers.confirm(payee, dueId, transfer.id));
    expect(await due(dueId)).toMatchObject({ state: 'open', coveredRp: 40_000 });
    gateway.pay(orderId);
    await askAgain();
    expect((await due(dueId))?.state).toBe('settled');
    expect(await suspense()).toMatchObject([{ amountRp: 40_000, reason: 'not-owed' }]);
    await expect(as(payee, () => stage.transfers.confirm(payee, dueId, transfer.id))).rejects.toMatchObject({
      code: 'TRANSFER_JUDGED',
    });
  });
});

describe('a transfer', () => {
  it('is of a day that has come', async () => {
    const dueId = await plantDue(database, payerId, payeeId, 60_000);
    const claim = (paidOn: string) =>
      as(payer, () => stage.transfers.claim(payer, dueId, { amountRp: 60_000, paidOn }));
    const day = await database.db.first<{ today: string; tomorrow: string }>(
      `SELECT (now() AT TIME ZONE 'Asia/Jakarta')::date AS today, (now() AT TIME ZONE 'Asia/Jakarta')::date + 1 AS tomorrow`,
    );
    await expect(claim(day?.tomorrow ?? '')).rejects.toMatchObject({
      ...{ code: 'TRANSFER_DAY_AHEAD', errors: [{ field: 'paidOn' }] },
    });
    expect(await claim(day?.today ?? '')).toMatchObject({ state: 'claimed' });
  });
});

describe('money that goes back', () => {
  it('by a bank that takes it opens the due again, from where it stands by then', async () => {
    for (const isCleared of [false, true]) {
      const dueId = await plantDue(database, payerId, payeeId, 60_000);
      const { id, orderId } = await pay([dueId], 'permata-va');
      await stage.ask();
      gateway.pay(orderId);
      await askAgain();
      expect((await shown(id)).firmAt?.getTime()).toBeGreaterThan(Date.now() + 500_000);
      if (isCleared) {
        await passSettlingDelay(id);
        expect(await stage.clearing.run()).toBe(1);
      }
      gateway.set(orderId, { status: 'deny' });
      await database.db.change('UPDATE gateway_ask SET due_at = clock_timestamp() WHERE payment_id = $1', [
        id,
      ]);
      await stage.ask();
      expect((await shown(id)).state).toBe('reversed');
      expect(await due(dueId)).toMatchObject({ state: 'open', coveredRp: 0 });
      for (const purpose of ['gateway', 'gateway-clearing']) expect(await balance(payeeId, purpose)).toBe(0);
    }
    expect(await balance(payerId, 'payable')).toBe(-120_000);
  });

  it('by a refund that two people approved pays what is owed back, once', async () => {
    const { id, orderId } = await pay([await plantDue(database, payerId, payeeId, 275_000)], 'qris');
    await stage.ask();
    gateway.pay(orderId, new Date(Date.now() - 1_000));
    await askAgain();
    await stage.clearing.run();
    const creditId = await plantDue(database, payeeId, payerId, 75_000, 'credit');
    const request = { dueId: creditId, amountRp: 75_000, reason: 'kurang kirim' };
    await expect(
      as(payee, () => stage.refunding.run(payee, id, { ...request, amountRp: 75_001 })),
    ).rejects.toMatchObject({ code: 'MORE_THAN_IS_DUE' });
    const { refunds } = await as(payee, () => stage.refunding.run(payee, id, request));
    const refundId = refunds[0]?.id ?? '';
    await stage.ask();
    expect(gateway.heard).not.toContain('refund');
    gateway.script.push('silent-after');
    await database.workerDb.transaction((tx) => stage.refunding.approve(tx, refundId));
    await database.workerDb.transaction((tx) => stage.refunding.approve(tx, refundId));
    await stage.ask();
    await askAgain();
    expect((await due(creditId))?.state).toBe('open');
    gateway.confirmRefunds(orderId);
    await askAgain();
    await askAgain();
    expect(gateway.heard.filter((call) => call === 'refund')).toHaveLength(1);
    expect((await due(creditId))?.state).toBe('settled');
    expect(await shown(id)).toMatchObject({
      ...{ state: 'partially-refunded', refundedRp: 75_000 },
      refunds: [{ state: 'done' }],
    });
    expect(await balance(payeeId, 'gateway')).toBe(200_000);
    expect([await balance(payeeId, 'payable'), await balance(payerId, 'receivable')]).toEqual([0, 0]);
    expect(await holds()).toEqual([{ state: 'posted', amountRp: 75_000 }]);
  });

  const paidByQris = async (amountRp: number): Promise<string> => {
    const { id, orderId } = await pay([await plantDue(database, payerId, payeeId, amountRp)], 'qris');
    await stage.ask();
    gateway.pay(orderId, new Date(Date.now() - 1_000));
    await askAgain();
    return id;
  };
  const refund = async (paymentId: string, dueId: string, amountRp: number): Promise<string> => {
    const request = { dueId, amountRp, reason: 'kurang kirim' };
    const { refunds } = await as(payee, () => stage.refunding.run(payee, paymentId, request));
    return refunds.at(-1)?.id ?? '';
  };
  const approve = (refundId: string) =>
    database.workerDb.transaction((tx) => stage.refunding.approve(tx, refundId));

  it('by one refund only, however many payments it could go back through', async () => {
    const [first, second] = [await paidByQris(275_000), await paidByQris(275_000)];
    const creditId = await plantDue(database, payeeId, payerId, 75_000, 'credit');
    await refund(first, creditId, 50_000);
    await expect(refund(second, creditId, 50_000)).rejects.toMatchObject({
      code: 'MORE_THAN_IS_DUE',
      text: { en: expect.stringContaining('Rp25,000') },
    });
    await refund(second, creditId, 25_000);
    await expect(
      as(payee, () => stage.asking.run(payee, { dueIds: [creditId], channel: 'bca-va' })),
    ).rejects.toMatchObject({ code: 'DUE_BEING_PAID_OUT' });
  });

  it('holds what it gives back from its approval on, and lets go of it when the gateway refuses', async () => {
    const id = await paidByQris(100_000);
    const creditId = await plantDue(database, payeeId, payerId, 90_000, 'credit');
    const refundId = await refund(id, creditId, 60_000);
    // Not cleared by the worker yet: the approval does it.
    await approve(refundId);
    await approve(refundId);
    expect(await holds()).toEqual([{ state: 'pending', amountRp: 60_000 }]);
    gateway.script.push({ refuses: 414 });
    await stage.ask();
    expect(await shown(id)).toMatchObject({ refunds: [{ state: 'refused', fault: 'gateway 414' }] });
    expect(await holds()).toEqual([{ state: 'voided', amountRp: 60_000 }]);
  });

  it('is not promised twice: what the gateway has paid out to the bank cannot be given back by it', async () => {
    const id = await paidByQris(100_000);
    await stage.clearing.run();
    await database.workerDb.transaction(async (tx) => {
      await auditPlanting(tx);
      await postJournal(tx, {
        ...{ businessKey: `spec-paid-out:${id}`, kind: 'spec' },
        postings: [debit(payeeId, 'bank', 70_000), credit(payeeId, 'gateway', 70_000)],
      });
    });
    const creditId = await plantDue(database, payeeId, payerId, 90_000, 'credit');
    await approve(await refund(id, creditId, 60_000));
    expect(await shown(id)).toMatchObject({
      refunds: [{ state: 'refused', fault: 'HOLD_ABOVE_AVAILABLE' }],
    });
    expect((await due(creditId))?.state).toBe('open');
  });

  it('keeps the merchant by whom it came until nothing of it can change', async () => {
    const { id, orderId } = await pay([await plantDue(database, payerId, payeeId, 60_000)], 'permata-va');
    await stage.ask();
    const another = { ...KEYS, merchantId: 'G-LAIN', channels: ['bca-va' as const] };
    const change = (request: typeof another) =>
      as(payee, async () =>
        stage.keeping.run(payee, payeeId, request, (await stage.keeping.show(database.db, payeeId)).version),
      );
    await expect(change(another)).rejects.toMatchObject({ code: 'GATEWAY_HAS_PAYMENTS' });
    await change({ ...another, merchantId: KEYS.merchantId, serverKey: 'a-new-key-of-the-same' });
    gateway.pay(orderId);
    await askAgain();
    await expect(change(another)).rejects.toMatchObject({ code: 'GATEWAY_HAS_PAYMENTS' });
    await passSettlingDelay(id);
    await stage.clearing.run();
    await change(another);
  });

  it('not by a channel that gives nothing back', async () => {
    const { id, orderId } = await pay([await plantDue(database, payerId, payeeId, 60_000)]);
    await stage.ask();
    gateway.pay(orderId);
    await askAgain();
    const creditId = await plantDue(database, payeeId, payerId, 10_000, 'credit');
    await expect(
      as(payee, () => stage.refunding.run(payee, id, { dueId: creditId, amountRp: 10_000, reason: 'lebih' })),
    ).rejects.toMatchObject({ code: 'CHANNEL_GIVES_NOTHING_BACK' });
  });
});
