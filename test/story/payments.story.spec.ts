import { setTimeout as pause } from 'node:timers/promises';
import { credit, debit } from '../../src/core/ledger/post-journal.js';
import type { DueKind } from '../../src/core/payment/dues.js';
import { startLocalGateway, type LocalGateway } from '../../src/local-gateway/index.js';
import { postJournal } from '../../src/modules/ledger/index.js';
import { raiseDue } from '../../src/modules/payment/index.js';
import type { PaymentView } from '../../src/modules/payment/payment.dto.js';
import { newId } from '../../src/platform/new-id.js';
import { koperasiLogins } from '../support/given.js';
import { listen, type Listener } from '../support/listen.js';
import { must } from '../support/must.js';
import { notify } from '../support/play-gateway.js';
import { rows } from '../support/read-answers.js';
import { end, signIn, startRiver, until, type Person, type River } from '../support/river.js';

let gateway: LocalGateway;
let river: River;
let treasurer: Person;
let chair: Person;
let buyer: Person;
let stranger: Person;

beforeAll(async () => {
  gateway = await startLocalGateway({ timeScale: 120 });
  river = await startRiver({ settings: { ...gateway.settings, MIDTRANS_TIMEOUT_MS: '1500' } });
  gateway.notifyTo(`${river.baseUrl}/api/v1/gateway/notifications`);
  const [first = '', second = ''] = await koperasiLogins(river, 2);
  [treasurer, chair, buyer, stranger] = await Promise.all([
    signIn(river, 'organiser-treasurer'),
    signIn(river, 'organiser-chair'),
    signIn(river, first),
    signIn(river, second),
  ]);
});
afterAll(async () => {
  await river.stop();
  await gateway.stop();
});

/** As a stage with invoices does; of a kind whose news no stage takes for something of its own. */
const owe = (amountRp: number, kind: DueKind = 'balance', isBack = false): Promise<string> => {
  const [payerId, payeeId] = isBack ? [treasurer.partyId, buyer.partyId] : [buyer.partyId, treasurer.partyId];
  return river.database.db.transaction(async (tx) => {
    const subjectId = newId();
    await postJournal(tx, {
      ...{ businessKey: `story:${subjectId}`, kind: 'story' },
      postings: [
        debit(payeeId, 'receivable', amountRp),
        credit(payeeId, 'fees', amountRp),
        debit(payerId, 'fees', amountRp),
        credit(payerId, 'payable', amountRp),
      ],
    });
    return raiseDue(tx, {
      ...{ kind, subjectId, payerId, payeeId, poolId: null, amountRp, dueAt: null },
    });
  });
};
const pay = (dueIds: string[], channel: string): Promise<PaymentView> =>
  must(buyer.post('payments', { dueIds, channel }), 201);
const shown = (id: string): Promise<PaymentView> => must(buyer.get(`payments/${id}`));
const reaches = (id: string, ...states: string[]): Promise<PaymentView> =>
  until(`payment is ${states.join(' or ')}`, async () => {
    const payment = await shown(id);
    return states.includes(payment.state) ? payment : undefined;
  });
const dueOf = (id: string): Promise<{ state: string; covers: { kind: string }[] }> =>
  must(buyer.get(`dues/${id}`));
const askNow = (id: string): Promise<number> =>
  river.database.db.change(
    'UPDATE gateway_ask SET due_at = clock_timestamp() WHERE payment_id = $1 AND due_at IS NOT NULL',
    [id],
  );
const callsOf = (id: string): Promise<{ call: string; outcome: string | null }[]> =>
  river.database.db.rows(
    'SELECT call, outcome FROM gateway_call WHERE payment_id = $1 ORDER BY began_at, id',
    [id],
  );

interface Task {
  readonly id: string;
  readonly version: number;
  readonly decisionId: string | null;
  readonly possibleDues: { readonly id: string }[];
}

describe('paying through the gateway', () => {
  it('begins with the collector’s own account, whose keys nobody sees again', async () => {
    const path = `parties/${treasurer.partyId}/gateway-account`;
    const { merchantId, serverKey, clientKey } = gateway.keys;
    const channels = ['bca-va', 'bni-va', 'permata-va', 'mandiri-bill', 'qris'];
    expect((await buyer.put(path, { merchantId, serverKey, clientKey, channels })).status).toBe(403);
    const kept = await treasurer.put(path, { merchantId, serverKey, clientKey, channels });
    expect(kept.body).toMatchObject({ merchantId, channels, version: 1 });
    expect(kept.text + (await treasurer.get(path)).text).not.toContain(serverKey);
    expect((await treasurer.put(path, { merchantId, channels })).status).toBe(428);
    await must(treasurer.put(path, { merchantId, channels }, 1));
    // Everybody there hears where money goes now; once, since the second change names the same merchant.
    const told = await rows<{ kind: string; textId: string }>(
      treasurer,
      `parties/${treasurer.partyId}/happenings`,
    );
    expect(told.filter(({ kind }) => kind === 'merchant-changed')).toEqual([
      expect.objectContaining({ textId: expect.stringContaining(merchantId) }),
    ]);
    expect(river.written.join('\n')).not.toContain(serverKey);
  });

  it('shows each channel with its fee, and why one cannot take it', async () => {
    const dueId = await owe(11_000_000);
    const { channels } = await must<{ channels: { channel: string; isOpen: boolean; reasonEn: string }[] }>(
      buyer.get(`dues/${dueId}/channels`),
    );
    expect(channels).toContainEqual(
      expect.objectContaining({ channel: 'bca-va', feeRp: 4_440, totalRp: 11_000_000, isOpen: true }),
    );
    const qris = channels.find(({ channel }) => channel === 'qris');
    expect(qris?.isOpen).toBe(false);
    expect(qris?.reasonEn).toMatch(/at most Rp10,000,000.*bca-va/);
    expect((await buyer.post('payments', { dueIds: [dueId], channel: 'qris' })).body).toMatchObject({
      code: 'CHANNEL_TAKES_LESS',
    });
    expect((await stranger.get(`dues/${dueId}`)).status).toBe(404);
    expect((await stranger.post('payments', { dueIds: [dueId], channel: 'bca-va' })).status).toBe(404);
  });

  it('settles several dues by one virtual account', async () => {
    const dues = [await owe(600_000), await owe(400_000)];
    const { id, orderId } = await pay(dues, 'bca-va');
    const { instructions } = await reaches(id, 'pending');
    expect(instructions).toMatchObject({ bank: 'bca', vaNumber: expect.stringMatching(/^\d{10,}$/) });
    expect((await buyer.post('payments', { dueIds: dues, channel: 'qris' })).body).toMatchObject({
      code: 'DUE_BEING_PAID',
    });
    gateway.pay(orderId);
    const { settledAt, firmAt } = await reaches(id, 'settled');
    expect(settledAt).toBe(firmAt);
    for (const dueId of dues) expect(await dueOf(dueId)).toMatchObject({ state: 'settled' });
    await until('the transit account is clear', async () => {
      const row = await river.database.db.first<{ rp: number }>(
        `SELECT coalesce(sum(amount_rp), 0)::bigint AS rp FROM posting JOIN account ON account.id = account_id
         WHERE purpose = 'gateway-clearing'`,
      );
      return row?.rp === 0 ? true : undefined;
    });
    expect((await buyer.delete(`payments/${id}`)).body).toMatchObject({ code: 'PAYMENT_OVER' });
  });

  it('is told to both sides the moment it is paid, at every HTTP process, and to nobody else', async () => {
    const otherUrl = await river.addHttp();
    const { id, orderId } = await pay([await owe(55_000)], 'bca-va');
    const { version } = await reaches(id, 'pending');
    const follow = (who: Person, url = river.baseUrl, more: Record<string, string> = {}) =>
      listen<PaymentView>(`${url}/api/v1/payments/${id}/stream`, {
        authorization: `Bearer ${who.token}`,
        ...more,
      });
    const observer = await signIn(river, 'observer');
    const all = await Promise.all([
      follow(buyer),
      follow(treasurer, otherUrl),
      follow(observer),
      follow(buyer, otherUrl, { 'Last-Event-ID': String(version) }),
    ]);
    const [first, , , back] = all as [Listener<PaymentView>, ...Listener<PaymentView>[]];
    const stranded = await follow(stranger);
    expect([stranded.status, ...all.map(({ status }) => status)]).toEqual([404, 200, 200, 200, 200]);
    expect((await listen(`${river.baseUrl}/api/v1/payments/${id}/stream`)).status).toBe(401);
    await until('each has the payment', async () =>
      all.slice(0, 3).every(({ heard }) => heard.length === 1) ? true : undefined,
    );
    expect(first.heard[0]).toMatchObject({
      event: 'payment',
      id: String(version),
      data: { state: 'pending' },
    });

    gateway.pay(orderId);
    await Promise.all(all.map(({ ended }) => ended));
    for (const { heard } of all)
      expect(heard.at(-1)).toMatchObject({ event: 'closed', data: { id, state: 'settled' } });
    expect(back?.heard.map(({ event }) => event)).toEqual(['closed']);
    expect(first.heard.at(-1)?.data).toMatchObject({ state: (await shown(id)).state });
    const over = await follow(buyer, otherUrl, { 'Last-Event-ID': first.heard.at(-1)?.id ?? '' });
    expect(over.status).toBe((await shown(id)).version === Number(first.heard.at(-1)?.id) ? 204 : 200);
    const noted = await river.database.auditorDb.rows<{ actorId: string }>(
      `SELECT DISTINCT actor_id FROM audit_event WHERE action = 'record-read' AND data ->> 'route' LIKE '%payments/:paymentId/stream'`,
    );
    expect(noted).toEqual([{ actorId: observer.personId }]);
  });

  it('stands in the lists of both sides by name, with what waits, and in nobody else’s', async () => {
    const [paidId, claimedId] = [await owe(61_000), await owe(62_000)];
    const { id } = await pay([paidId], 'bca-va');
    await must(buyer.post(`dues/${claimedId}/transfers`, { amountRp: 62_000, paidOn: '2026-11-20' }), 201);
    const listOf = async (person: Person, path: string): Promise<object[]> =>
      (await must<{ data: object[] }>(person.get(`parties/${person.partyId}/${path}`))).data;
    const { payerName, payeeName } = await must<{ payerName: string; payeeName: string }>(
      buyer.get(`dues/${paidId}`),
    );
    const payables = await listOf(buyer, 'payables?limit=100');
    expect(payables).toContainEqual(
      expect.objectContaining({ dueId: paidId, payeeName, paymentId: id, claimedRp: 0 }),
    );
    expect(payables).toContainEqual(
      expect.objectContaining({ dueId: claimedId, paymentId: null, claimedRp: 62_000 }),
    );
    expect(await listOf(treasurer, `receivables?limit=100&payerId=${buyer.partyId}`)).toContainEqual(
      expect.objectContaining({ dueId: claimedId, payerName, claimedRp: 62_000 }),
    );
    for (const person of [buyer, treasurer])
      expect((await listOf(person, 'payments'))[0]).toMatchObject({ id, payerName, payeeName });
    expect(await listOf(stranger, 'payments')).toEqual([]);
    for (const path of ['payables', 'receivables', 'payments'])
      expect((await stranger.get(`parties/${buyer.partyId}/${path}`)).status).toBe(403);
    await must(buyer.delete(`payments/${id}`));
    const both = await must<{ channels: { channel: string; totalRp: number }[] }>(
      buyer.get(`dues/${paidId}/channels?amountRp=123000`),
    );
    expect(both.channels).toContainEqual(expect.objectContaining({ channel: 'bca-va', totalRp: 123_000 }));
  });

  it('is given up by its payer, at the gateway too', async () => {
    const { id, orderId } = await pay([await owe(25_000)], 'bni-va');
    await reaches(id, 'pending');
    await must(buyer.delete(`payments/${id}`));
    await reaches(id, 'cancelled');
    expect(gateway.transactions().find((one) => one.orderId === orderId)?.status).toBe('cancel');
  });

  it('by QRIS can be given back, by two people, for what is owed back', async () => {
    const { id, orderId } = await pay([await owe(275_000)], 'qris');
    expect((await reaches(id, 'pending')).instructions?.qrText).toContain('QRIS');
    gateway.pay(orderId);
    await reaches(id, 'settled');
    const creditId = await owe(75_000, 'credit', true);
    const proposed = await must<PaymentView>(
      treasurer.post(`payments/${id}/refunds`, { dueId: creditId, amountRp: 75_000, reason: 'kurang kirim' }),
      201,
    );
    const decision = `parties/${treasurer.partyId}/decisions/${proposed.refunds[0]?.decisionId}/approve`;
    expect((await treasurer.post(decision)).status).toBe(403);
    gateway.fault({ on: 'refund', kind: '500-after-success', orderId });
    await must(chair.post(decision));
    const refunded = await reaches(id, 'partially-refunded');
    expect(refunded.refundedRp).toBe(75_000);
    expect(gateway.transactions().find((one) => one.orderId === orderId)?.refunds).toHaveLength(1);
    expect(await dueOf(creditId)).toMatchObject({ state: 'settled', covers: [{ kind: 'payout' }] });
  });

  it('is opened again when the bank takes it back', async () => {
    const dueId = await owe(80_000);
    const { id, orderId } = await pay([dueId], 'mandiri-bill');
    expect((await reaches(id, 'pending')).instructions).toMatchObject({ billerCode: expect.any(String) });
    gateway.pay(orderId);
    const { settledAt, firmAt } = await reaches(id, 'settled');
    expect(Date.parse(String(firmAt)) - Date.parse(String(settledAt))).toBe(600_000);
    gateway.reverse(orderId);
    await reaches(id, 'reversed');
    expect(await dueOf(dueId)).toMatchObject({
      state: 'open',
      covers: [{ kind: 'gateway' }, { kind: 'reversal' }],
    });
  });

  it('keeps money apart that comes too late: a task that covers a due, becomes a credit or goes back', async () => {
    const tasks = (who: Person, of = treasurer): Promise<Task[]> =>
      must<{ data: Task[] }>(who.get(`parties/${of.partyId}/suspense-tasks`)).then(({ data }) => data);
    const resolve = async (
      task: Task | undefined,
      body: object,
      who = treasurer,
      version = task?.version,
    ) => {
      const path = `/api/v1/parties/${treasurer.partyId}/suspense-tasks/${task?.id ?? ''}/resolve`;
      const answer = await fetch(river.baseUrl + path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: {
          ...{ authorization: `Bearer ${who.token}`, 'content-type': 'application/json' },
          ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
        },
      });
      return { status: answer.status, text: await answer.text() };
    };
    const late = async (amountRp: number): Promise<string> => {
      const dueId = await owe(amountRp);
      const { id, orderId } = await pay([dueId], 'bca-va');
      await reaches(id, 'pending');
      // The gateway ends it before its time.
      gateway.expireNow(orderId);
      await reaches(id, 'expired');
      // The gateway tells when money settled in whole seconds: within this one it would not be late.
      await pause(1_001);
      gateway.payLate(orderId);
      await reaches(id, 'settled');
      expect(await dueOf(dueId)).toMatchObject({ state: 'open' });
      return dueId;
    };
    const [covered, credited, returned] = [await late(90_000), await late(91_000), await late(92_000)];
    const all = await tasks(treasurer);
    expect(all).toMatchObject([
      { source: 'payment', reason: 'late', amountRp: 90_000, payerId: buyer.partyId, ways: { length: 3 } },
      { amountRp: 91_000 },
      { amountRp: 92_000 },
    ]);
    expect(all[0]?.possibleDues.map(({ id }) => id)).toContain(covered);
    // Who paid sees that it waits, and decides nothing; nobody else sees it.
    expect(await tasks(buyer, buyer)).toMatchObject([{ ways: [], holderId: treasurer.partyId }, {}, {}]);
    expect((await stranger.get(`parties/${treasurer.partyId}/suspense-tasks`)).status).toBe(403);
    expect((await resolve(all[0], { as: 'credit' }, buyer)).status).toBe(403);
    expect((await resolve(all[0], { as: 'credit' }, treasurer, 99)).status).toBe(412);
    expect((await resolve({ ...all[0], version: undefined } as never, { as: 'credit' })).status).toBe(428);
    expect((await resolve(all[0], { as: 'not-ours' })).text).toContain('SUSPENSE_CAME_BY_GATEWAY');
    expect((await resolve(all[0], { as: 'due' })).text).toContain('RESOLVE_WITHOUT_ID');

    expect((await resolve(all[0], { as: 'due', id: covered })).status).toBe(204);
    expect(await dueOf(covered)).toMatchObject({ state: 'settled' });
    expect((await resolve(all[1], { as: 'credit' })).status).toBe(204);
    expect((await resolve(all[1], { as: 'due', id: credited })).status).toBe(412);
    expect((await resolve(all[2], { as: 'money-back', reason: 'terlambat' })).status).toBe(204);
    const [waiting] = await tasks(treasurer);
    expect(waiting).toMatchObject({ amountRp: 92_000, decisionId: expect.any(String) });
    const decision = `parties/${treasurer.partyId}/decisions/${waiting?.decisionId ?? ''}/approve`;
    expect((await treasurer.post(decision)).status).toBe(403);
    await must(chair.post(decision));
    await until('it is owed back', async () => ((await tasks(treasurer)).length === 0 ? true : undefined));
    const owedBack = await must<{ data: { kind: string; openRp: number }[] }>(
      treasurer.get(`parties/${treasurer.partyId}/payables?limit=100`),
    );
    expect(owedBack.data).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'credit', openRp: 91_000 }),
        expect.objectContaining({ kind: 'money-back', openRp: 92_000 }),
      ]),
    );
    expect(await dueOf(returned)).toMatchObject({ state: 'open' });
  });

  it('by bank transfer covers a due once its payee has found it', async () => {
    const dueId = await owe(45_000);
    const path = `dues/${dueId}/transfers`;
    const claim = { amountRp: 45_000, paidOn: '2026-11-20', reference: 'TRF 1' };
    expect((await stranger.post(path, claim)).status).toBe(403);
    const { id } = await must<{ id: string }>(buyer.post(path, claim), 201);
    expect((await buyer.post(`${path}/${id}/confirm`)).status).toBe(403);
    await must(treasurer.post(`${path}/${id}/refuse`, { reason: 'belum masuk' }));
    const again = await must<{ id: string }>(buyer.post(path, claim), 201);
    const upload = (who: Person, type: string, body: string) =>
      fetch(`${river.baseUrl}/api/v1/${path}/${again.id}/proofs?name=struk`, {
        ...{ method: 'POST', body },
        headers: { authorization: `Bearer ${who.token}`, 'content-type': type },
      });
    const receipt = '%PDF-1.4\nbukti transfer (uji)\n%%EOF\n';
    expect((await upload(stranger, 'application/pdf', receipt)).status).toBe(403);
    expect((await upload(buyer, 'image/png', 'not a picture')).status).toBe(415);
    expect((await upload(buyer, 'application/pdf', receipt)).status).toBe(201);
    const { data: shownTransfers } = await must<{ data: { id: string; proofs: { sha256: string }[] }[] }>(
      treasurer.get(path),
    );
    const [proof] = shownTransfers.find(({ id: each }) => each === again.id)?.proofs ?? [];
    const proofPath = `${path}/${again.id}/proofs/${proof?.sha256}`;
    const file = await treasurer.get(proofPath);
    expect([file.status, file.headers['content-type'], file.headers['content-disposition']]).toEqual([
      200,
      'application/pdf',
      "attachment; filename*=UTF-8''struk.pdf",
    ]);
    expect((await stranger.get(proofPath)).status).toBe(403);
    await must(treasurer.post(`${path}/${again.id}/confirm`));
    expect(await dueOf(dueId)).toMatchObject({ state: 'settled', covers: [{ kind: 'transfer' }] });
  });
});

describe('a gateway on a bad day', () => {
  it.each([
    'timeout-after-success',
    '500-after-success',
    'malformed',
    'dropped',
    '429',
    '500',
    'timeout',
  ] as const)('that answers a charge with %s gets one order, and is paid once', async (kind) => {
    gateway.fault({ on: 'charge', kind });
    const { id, orderId } = await pay([await owe(30_000)], 'bca-va');
    await until('the fault has struck', async () => {
      const calls = await callsOf(id);
      return calls.some(({ outcome }) => outcome !== null) ? true : undefined;
    });
    // What never arrived is asked for again once it is sure: here its half minute is over at once.
    await river.database.owner.query(
      `UPDATE payment SET charged_at = charged_at - interval '1 minute' WHERE id = $1 AND charged_at IS NOT NULL`,
      [id],
    );
    await until('it waits for its payer', async () => {
      await askNow(id);
      return (await shown(id)).state === 'pending' ? true : undefined;
    });
    expect(gateway.transactions().filter((one) => one.orderId === orderId)).toHaveLength(1);
    gateway.pay(orderId);
    await reaches(id, 'settled');
  });

  it('whose notifications are lost, doubled and shuffled ends in the same state', async () => {
    const { id, orderId } = await pay([await owe(35_000)], 'permata-va');
    await reaches(id, 'pending');
    gateway.holdNotifications();
    gateway.fault({ on: 'notification', kind: 'duplicate', times: 2, orderId });
    gateway.pay(orderId);
    gateway.reverse(orderId);
    await gateway.releaseNotifications((letters) => letters.toReversed());
    await reaches(id, 'reversed');
  });

  it('whose word somebody forges, replays to another order or stuffs changes nothing, and is counted', async () => {
    const { id, orderId } = await pay([await owe(40_000)], 'bca-va');
    const before = await reaches(id, 'pending');
    const url = `${river.baseUrl}/api/v1/gateway/notifications`;
    const send = async (body: object): Promise<number> =>
      (
        await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'user-agent': 'Veritrans' },
          body: JSON.stringify(body),
        })
      ).status;
    const genuine = gateway.notifications().find(({ about }) => about === orderId)?.body;
    const forged = notify(orderId, 40_000, {}, 'not-the-key');
    const other = { ...(JSON.parse(String(genuine)) as object), order_id: `SPK-${'0'.repeat(32)}` };
    const stuffed = { ...forged, more: 'x'.repeat(100_000) };
    const climbing = { ...forged, order_id: `../../v2/${orderId}/cancel?x=` };
    for (const body of [forged, other, stuffed, climbing, {}]) expect(await send(body)).toBe(200);
    expect(await send({ ...forged, more: 'x'.repeat(400_000) })).toBe(413);
    await until('each has been judged', async () => {
      const { waiting = 1 } =
        (await river.database.auditorDb.first<{ waiting: number }>(
          `SELECT count(*)::int AS waiting FROM gateway_notification
           WHERE id NOT IN (SELECT notification_id FROM gateway_verdict)`,
        )) ?? {};
      return waiting === 0 ? true : undefined;
    });
    expect(await shown(id)).toEqual(before);
    const counted = await river.database.auditorDb.rows<{ verdict: string }>(
      `SELECT DISTINCT verdict FROM gateway_verdict WHERE verdict <> 'genuine' ORDER BY verdict`,
    );
    expect(counted.map(({ verdict }) => verdict)).toEqual([
      'forged',
      'oversized',
      'unknown-order',
      'unreadable',
    ]);
    const admin = await signIn(river, 'admin');
    const metrics = await fetch(`${river.baseUrl}/metrics`, {
      headers: { authorization: `Bearer ${admin.token}` },
    });
    expect(await metrics.text()).toContain('sepikul_gateway_notifications{state="forged"} 1');
  });

  it('that sends a thousand notifications at once has one effect', async () => {
    const { id, orderId } = await pay([await owe(50_000)], 'bca-va');
    await reaches(id, 'pending');
    gateway.holdNotifications();
    gateway.pay(orderId);
    const letters = gateway.notifications().filter(({ about }) => about === orderId);
    const body = String(letters.at(-1)?.body);
    const url = `${river.baseUrl}/api/v1/gateway/notifications`;
    const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
    const statuses = await Promise.all(
      Array.from({ length: 1_000 }, async () => (await fetch(url, post)).status),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    await reaches(id, 'settled');
    await gateway.releaseNotifications(() => []);
    expect(
      await river.database.auditorDb.first(
        `SELECT count(*)::int AS journals FROM journal WHERE business_key = $1`,
        [`payment:${id}`],
      ),
    ).toEqual({ journals: 1 });
  });

  it('whose worker is killed between call and result is asked by the next', async () => {
    const extra = await river.addWorker();
    const { id, orderId } = await pay([await owe(55_000)], 'bca-va');
    gateway.fault({ on: 'charge', kind: 'slow', orderId });
    await until('the call has begun', async () => ((await callsOf(id)).length > 0 ? true : undefined));
    await end(extra, 'SIGKILL');
    await until('it waits for its payer', async () => {
      await askNow(id);
      return (await shown(id)).state === 'pending' ? true : undefined;
    });
    expect(gateway.transactions().filter((one) => one.orderId === orderId)).toHaveLength(1);
  });
});
