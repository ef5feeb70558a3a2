import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { makeIris } from '../platform/gateway/midtrans/make-client.js';
import { verifyPayoutSignature } from '../platform/gateway/midtrans/verify-signature.js';
import { startLocalGateway, type LocalGateway, type LocalGatewayOptions } from './index.js';
import { nextRetryMs, retriesFor } from './retry-schedule.js';

interface Heard {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Record<string, unknown>;
  readonly raw: Buffer;
}

/** Somebody who is notified, and answers as told. */
const startEar = async (): Promise<{ url: string; heard: Heard[]; answers: number[]; server: Server }> => {
  const heard: Heard[] = [];
  const answers: number[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const raw = Buffer.concat(chunks);
      const body = JSON.parse(raw.toString('utf8')) as Record<string, unknown>;
      heard.push({ path: request.url ?? '', headers: request.headers, body, raw });
      const status = answers.shift() ?? 200;
      response.writeHead(status, status === 307 ? { location: '/elsewhere' } : {}).end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ear`, heard, answers, server };
};

const until = async (what: string, holds: () => boolean): Promise<void> => {
  for (let turn = 0; turn < 3000; turn += 1) {
    if (holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error(`waited in vain until ${what}`);
};

let local: LocalGateway;
let ear: Awaited<ReturnType<typeof startEar>>;
let count = 0;
const others: LocalGateway[] = [];
/** One more, which the end of the test stops, however it ends. */
const startAnother = async (options: LocalGatewayOptions = {}): Promise<LocalGateway> => {
  const other = await startLocalGateway(options);
  others.push(other);
  return other;
};
afterEach(async () => {
  for (const other of others.splice(0)) await other.stop();
});

beforeAll(async () => {
  ear = await startEar();
  local = await startLocalGateway({ timeScale: 60_000, notifyUrl: ear.url, payoutNotifyUrl: ear.url });
});
afterAll(async () => {
  await local.stop();
  ear.server.closeAllConnections();
  ear.server.close();
});
beforeEach(async () => {
  await local.idle();
  ear.heard.length = 0;
  ear.answers.length = 0;
  local.clearFaults();
});

const authorization = (key: string): string => `Basic ${Buffer.from(`${key}:`).toString('base64')}`;

const ask = async (
  method: string,
  path: string,
  body?: object,
  headers: Record<string, string> = {},
  at: LocalGateway = local,
): Promise<{ status: number; body: Record<string, unknown> }> => {
  const answer = await fetch(`${at.url}${path}`, {
    method,
    headers: {
      authorization: authorization(at.keys.serverKey),
      'content-type': 'application/json',
      ...headers,
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
};

const bca = { payment_type: 'bank_transfer', bank_transfer: { bank: 'bca' } };
const qris = { payment_type: 'qris' };
const wanted = (method: object, orderId = `L-${++count}`, amountRp = 50_000) => ({
  ...method,
  transaction_details: { order_id: orderId, gross_amount: amountRp },
});
const charged = async (method: object, headers: Record<string, string> = {}): Promise<string> => {
  const body = wanted(method);
  const answer = await ask('POST', '/v2/charge', body, headers);
  expect(answer.body).toMatchObject({ status_code: '201', transaction_status: 'pending' });
  return body.transaction_details.order_id;
};

describe('its answers', () => {
  it('refuse a key that nobody has with HTTP 401, and most else with HTTP 200 and a code', async () => {
    const wrong = await ask('GET', '/v2/L-0/status', undefined, { authorization: authorization('wrong') });
    expect([wrong.status, wrong.body.status_code]).toEqual([401, '401']);
    const orderId = await charged(bca);
    const codes = [
      await ask('GET', '/v2/L-0/status'),
      await ask('POST', '/v2/charge', wanted(bca, orderId)),
      await ask('POST', '/v2/charge', wanted({ payment_type: 'carrier_pigeon' })),
      await ask('POST', '/v2/charge', wanted(bca, 'a b')),
      await ask('POST', '/v2/charge', wanted(bca, undefined, 0.5)),
      await ask('POST', `/v2/${orderId}/refund`, { amount: 1 }),
    ];
    expect(codes.map(({ status, body }) => [status, body.status_code])).toEqual(
      ['404', '406', '402', '400', '400', '412'].map((code) => [200, code]),
    );
  });

  it('keep merchants apart', async () => {
    const orderId = await charged(bca);
    const other = { authorization: authorization(local.keysOf('lain').serverKey) };
    expect((await ask('GET', `/v2/${orderId}/status`, undefined, other)).body.status_code).toBe('404');
    expect((await ask('POST', '/v2/charge', wanted(bca, orderId), other)).body.status_code).toBe('201');
  });

  it('write amounts with two decimals and times without a zone', async () => {
    const orderId = await charged(bca);
    expect((await ask('GET', `/v2/${orderId}/status`)).body).toMatchObject({
      gross_amount: '50000.00',
      transaction_time: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/),
      va_numbers: [{ bank: 'bca', va_number: expect.stringMatching(/^\d{16}$/) }],
    });
  });

  it('expire what nobody paid, by the clock of the gateway', async () => {
    const own = await startAnother();
    const body = { ...wanted(bca), custom_expiry: { expiry_duration: 2, unit: 'hour' } };
    await ask('POST', '/v2/charge', body, {}, own);
    const path = `/v2/${body.transaction_details.order_id}/status`;
    const codeNow = async () => (await ask('GET', path, undefined, {}, own)).body.status_code;
    own.passTime(7_190_000);
    expect(await codeNow()).toBe('201');
    own.passTime(11_000);
    expect(await codeNow()).toBe('407');
  });
});

describe('idempotency keys', () => {
  it('give the same answer again, whatever the body, for five minutes', async () => {
    const own = await startAnother();
    const key = { 'idempotency-key': 'k-1' };
    const first = await ask('POST', '/v2/charge', wanted(bca), key, own);
    expect((await ask('POST', '/v2/charge', wanted(bca), key, own)).body).toEqual(first.body);
    own.passTime(5 * 60_000);
    const later = await ask('POST', '/v2/charge', wanted(bca), key, own);
    expect(later.body.transaction_id).not.toBe(first.body.transaction_id);
  });

  it('hold for successes only, are passed over when longer than 46 characters, and unknown to Permata', async () => {
    const failed = { 'idempotency-key': 'k-failed' };
    expect((await ask('POST', '/v2/charge', wanted(bca, 'a b'), failed)).body.status_code).toBe('400');
    expect((await ask('POST', '/v2/charge', wanted(bca), failed)).body.status_code).toBe('201');
    const permata = { payment_type: 'bank_transfer', bank_transfer: { bank: 'permata' } };
    for (const [method, key] of [
      [bca, 'x'.repeat(47)],
      [permata, 'k-permata'],
    ] as const) {
      const one = await charged(method, { 'idempotency-key': key });
      const two = await charged(method, { 'idempotency-key': key });
      expect(one).not.toBe(two);
    }
  });

  it('are answered 202 while the first is at work', async () => {
    const body = wanted(bca);
    local.fault({ on: 'charge', kind: 'slow', orderId: body.transaction_details.order_id });
    const first = ask('POST', '/v2/charge', body, { 'idempotency-key': 'k-slow' });
    await until('it is at work', () =>
      local.transactions().some((tx) => tx.orderId === body.transaction_details.order_id),
    );
    expect((await ask('POST', '/v2/charge', body, { 'idempotency-key': 'k-slow' })).status).toBe(202);
    expect((await first).body.status_code).toBe('201');
  });
});

describe('notifications', () => {
  it('come at every turn, signed, from Veritrans', async () => {
    const orderId = await charged(bca);
    local.pay(orderId);
    await until('both are heard', () => ear.heard.length === 2);
    const told = ear.heard
      .map(({ body }) => body)
      .sort((one, two) => Number(two.status_code) - Number(one.status_code));
    expect(told.map((body) => [body.transaction_status, body.status_code])).toEqual([
      ['pending', '201'],
      ['settlement', '200'],
    ]);
    for (const body of told) {
      const signed = `${orderId}${String(body.status_code)}50000.00${local.keys.serverKey}`;
      expect(body.signature_key).toBe(createHash('sha512').update(signed).digest('hex'));
    }
    expect(ear.heard[0]?.headers['user-agent']).toBe('Veritrans');
  });

  it('are tried again by the answer that came last', async () => {
    ear.answers.push(503, 404, 200);
    const orderId = await charged(bca);
    await until('it is over', () =>
      local.notifications().some(({ about, nextAt }) => about === orderId && nextAt === null),
    );
    expect(local.notifications().find(({ about }) => about === orderId)?.answers).toEqual([503, 404, 200]);
  });

  it('follow their own schedule: 2, 10, 30, 90 and 210 minutes at most', () => {
    const ways = [200, 201, 301, 500, 400, 404, 503, 0, 403, 502].map((status) => [
      status,
      retriesFor(status),
    ]);
    expect(ways).toEqual([
      ...[
        [200, 0],
        [201, 0],
        [301, 0],
        [500, 1],
        [400, 2],
        [404, 2],
        [503, 4],
        [0, 5],
        [403, 5],
        [502, 5],
      ],
    ]);
    const waits = (status: number) =>
      Array.from({ length: 7 }, (_, tries) => nextRetryMs(Array<number>(tries + 1).fill(status), 0.5)).map(
        (ms) => ms && ms / 60_000,
      );
    expect(waits(0)).toEqual([2, 10, 30, 90, 210, null, null]);
    expect(waits(500)).toEqual([2, null, null, null, null, null, null]);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 100, max: 599 }), { minLength: 1, maxLength: 9 }), (answers) => {
        const isOver = answers.length > 5 || retriesFor(answers.at(-1)!) < answers.length;
        expect(nextRetryMs(answers, 1) === null).toBe(isOver);
      }),
    );
  });

  it('follow a redirect that keeps the method', async () => {
    ear.answers.push(307, 200);
    await charged(bca);
    await until('both are heard', () => ear.heard.length === 2);
    expect(ear.heard.map(({ path }) => path)).toEqual(['/ear', '/elsewhere']);
  });

  it('go to the addresses of one transaction instead, or besides', async () => {
    await charged(bca, { 'x-override-notification': `${ear.url}/instead` });
    await charged(bca, { 'x-append-notification': `${ear.url}/besides` });
    await until('all are heard', () => ear.heard.length === 3);
    expect(ear.heard.map(({ path }) => path).sort()).toEqual(['/ear', '/ear/besides', '/ear/instead']);
  });

  it('come twice, late, or in another order on demand', async () => {
    local.fault({ on: 'notification', kind: 'duplicate' });
    const orderId = await charged(bca);
    await until('it is heard twice', () => ear.heard.length === 2);
    local.holdNotifications();
    local.pay(orderId);
    const second = await charged(bca);
    await local.idle();
    expect(ear.heard).toHaveLength(2);
    await local.releaseNotifications((letters) => letters.toReversed());
    expect(ear.heard.slice(2).map(({ body }) => body.order_id)).toEqual([second, orderId]);
    local.fault({ on: 'notification', kind: 'lost' });
    local.pay(second);
    await until('the next attempt is heard', () => ear.heard.length === 5);
  });

  it('tell a reversal, an expiry and a refund as Midtrans does', async () => {
    const bill = await charged({ payment_type: 'echannel', echannel: { bill_info1: 'a', bill_info2: 'b' } });
    local.pay(bill);
    local.reverse(bill);
    const late = await charged(bca);
    local.expireNow(late);
    local.payLate(late);
    const shown = await charged(qris);
    local.pay(shown);
    await ask('POST', `/v2/${shown}/refund`, { refund_key: 'r', amount: 20_000, reason: 'kurang' });
    await until('all are heard', () => ear.heard.length === 10);
    const codesOf = (orderId: string) =>
      ear.heard
        .filter(({ body }) => body.order_id === orderId)
        .map(({ body }) => `${String(body.transaction_status)} ${String(body.status_code)}`)
        .sort();
    expect(codesOf(bill)).toEqual(['deny 202', 'pending 201', 'settlement 200']);
    expect(codesOf(late)).toEqual(['expire 202', 'pending 201', 'settlement 200']);
    const [first, second, ...rest] = codesOf(shown);
    expect([first, second, rest.length]).toEqual(['partial_refund 200', 'partial_refund 200', 2]);
    expect(() => local.reverse(late)).toThrow('does not reverse');
  });
});

describe('payouts', () => {
  const place = () => ({
    coreUrl: local.url,
    snapUrl: local.snapUrl,
    irisUrl: local.irisUrl,
    timeoutMs: 5000,
  });
  const wantedPayout = {
    beneficiary_name: 'Demo: Pemasok',
    beneficiary_account: '1234567890',
    beneficiary_bank: 'bca',
    amount: '25000',
    notes: 'tagihan',
  };

  it('are made under one key, approved under another, completed, and may come back', async () => {
    const maker = makeIris(place(), local.keys.irisMakerKey);
    const approver = makeIris(place(), local.keys.irisApproverKey);
    const made = (await maker.createPayouts({ payouts: [wantedPayout] })) as {
      payouts: { status: string; reference_no: string }[];
    };
    expect(made.payouts[0]?.status).toBe('queued');
    const referenceNo = made.payouts[0]!.reference_no;
    await expect(maker.approvePayouts({ reference_nos: [referenceNo] })).rejects.toMatchObject({
      httpStatusCode: 401,
    });
    await approver.approvePayouts({ reference_nos: [referenceNo], otp: '335163' });
    for (const to of ['processed', 'completed', 'failed'] as const) {
      local.movePayout(referenceNo, to);
      expect(await maker.getPayoutDetails(referenceNo)).toMatchObject({ status: to, amount: '25000.0' });
    }
    await until('all are heard', () => ear.heard.length === 4);
    for (const { raw, headers } of ear.heard)
      expect(verifyPayoutSignature(raw, String(headers['iris-signature']), local.keys.irisMerchantKey)).toBe(
        true,
      );
    expect(ear.heard.map(({ body }) => body.status).sort()).toEqual([
      'approved',
      'completed',
      'failed',
      'processed',
    ]);
  });

  it('are made once per X-Idempotency-Key, for a day', async () => {
    const own = await startAnother();
    const { coreUrl, snapUrl, irisUrl, keys } = own;
    const at = { coreUrl, snapUrl, irisUrl, timeoutMs: 5000 };
    const make = (key: string) =>
      makeIris(at, keys.irisMakerKey, { 'X-Idempotency-Key': key }).createPayouts({
        payouts: [wantedPayout],
      });
    const first = await make('p-1');
    expect(await make('p-1')).toEqual(first);
    expect(await make('p-2')).not.toEqual(first);
    own.passTime(86_400_000);
    expect(await make('p-1')).not.toEqual(first);
  });

  it('that are rejected cannot be approved', async () => {
    const maker = makeIris(place(), local.keys.irisMakerKey);
    const approver = makeIris(place(), local.keys.irisApproverKey);
    const made = (await maker.createPayouts({ payouts: [wantedPayout] })) as {
      payouts: { reference_no: string }[];
    };
    const reference_nos = made.payouts.map(({ reference_no }) => reference_no);
    await approver.rejectPayouts({ reference_nos, reject_reason: 'salah' });
    await expect(approver.approvePayouts({ reference_nos })).rejects.toMatchObject({ httpStatusCode: 400 });
    expect(await maker.getBalance()).toMatchObject({ balance: expect.stringMatching(/^\d+\.00$/) });
  });
});

describe('its pages', () => {
  const page = async (path: string): Promise<string> => (await fetch(`${local.url}${path}`)).text();
  const press = (path: string): Promise<Response> => fetch(`${local.url}${path}`, { method: 'POST' });

  it('let a person pay a virtual account found by its number, without a script', async () => {
    const orderId = await charged(bca);
    const { number } = local.transactions().find((tx) => tx.orderId === orderId)!;
    const shown = await page(`/cari?nomor=${number}`);
    expect(shown).toContain('Rp50.000');
    expect(shown).not.toContain('<script');
    const paid = await press(`/bayar/demo/${orderId}/lunasi`);
    expect(await paid.text()).toContain('lunas (settlement)');
    expect(await page('/')).toContain(orderId);
  });

  it('draw a QRIS, and show a Snap page with the methods that fit the amount', async () => {
    expect(await page(`/bayar/demo/${await charged(qris)}`)).toContain('<svg');
    const { body: shownAt } = await ask('POST', '/v2/charge', wanted(qris));
    const picture = await fetch((shownAt.actions as { url: string }[])[0]!.url);
    expect(
      Buffer.from(await picture.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    const body = wanted({}, undefined, 10_000_001);
    const made = await ask('POST', '/snap/v1/transactions', body);
    expect(made.status).toBe(201);
    const path = String(made.body.redirect_url).slice(local.url.length);
    const shown = await page(path);
    expect(shown).toContain('Virtual account BRI');
    expect(shown).not.toContain('QRIS');
    const token = path.split('/').at(-1)!;
    expect(await (await press(`/snap/pilih/${token}/bri`)).text()).toContain('Nomor VA');
  });

  it('show what others wrote as text', async () => {
    const body = { ...wanted(bca), customer_details: { first_name: '<script>alert(1)</script>' } };
    await ask('POST', '/v2/charge', body);
    const shown = await page(`/bayar/demo/${body.transaction_details.order_id}`);
    expect(shown).not.toContain('<script');
    expect(shown).toContain('alert(1)');
  });
});

describe('its admin routes', () => {
  it('steer it from another process, and take no form', async () => {
    const orderId = await charged(bca);
    expect((await ask('POST', '/admin/fault', { on: 'status', kind: '429' })).status).toBe(200);
    expect((await ask('GET', `/v2/${orderId}/status`)).status).toBe(429);
    expect((await ask('POST', '/admin/fault', { on: 'status', kind: 'earthquake' })).status).toBe(400);
    expect((await ask('POST', '/admin/pay', { orderId })).status).toBe(200);
    expect((await ask('GET', `/v2/${orderId}/status`)).body.transaction_status).toBe('settlement');
    const form = await fetch(`${local.url}/admin/pay`, {
      method: 'POST',
      body: new URLSearchParams({ orderId }),
    });
    expect(form.status).toBe(404);
  });
});

describe('its book', () => {
  it('outlives it: transactions, pages and letters that nobody took', async () => {
    const place = mkdtempSync(join(tmpdir(), 'sepikul-gateway-'));
    const file = join(place, 'book.json');
    try {
      const first = await startLocalGateway({ file, notifyUrl: 'http://127.0.0.1:9/', timeScale: 0.001 });
      const body = wanted(bca);
      const orderId = body.transaction_details.order_id;
      await ask('POST', '/v2/charge', body, {}, first);
      first.pay(orderId);
      await first.idle();
      const stood = JSON.stringify([first.transactions(), first.notifications()]);
      await first.stop();
      const second = await startAnother({ file });
      expect(JSON.stringify([second.transactions(), second.notifications()])).toBe(stood);
      expect(second.notifications().every(({ nextAt }) => nextAt !== null)).toBe(true);
      expect((await ask('GET', `/v2/${orderId}/status`, undefined, {}, second)).body.status_code).toBe('200');
    } finally {
      rmSync(place, { recursive: true });
    }
  });
});
