import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { startLocalGateway, type LocalGateway } from '../../../local-gateway/index.js';
import { transactionStatuses, type Channel, type ChargeRequest, type GatewayKeys } from '../gateway.js';
import { MidtransGateway } from './midtrans-gateway.js';

let local: LocalGateway;
let gateway: MidtransGateway;
let keys: GatewayKeys;
let count = 0;

const placeAt = (url: string, timeoutMs = 5000) => ({
  coreUrl: url,
  snapUrl: `${url}/snap/v1`,
  irisUrl: `${url}/iris/api/v1`,
  timeoutMs,
});

const wanted = (channel: Channel, changed: Partial<ChargeRequest> = {}): ChargeRequest => ({
  orderId: `SPK-${++count}`,
  amountRp: 4_000_000,
  channel,
  items: [
    { id: 'due-1', name: 'Uang muka putaran minggu 48', amountRp: 3_900_000 },
    { id: 'due-2', name: 'Kekurangan faktur, karung beras premium lima puluh kilogram', amountRp: 100_000 },
  ],
  payerName: 'Demo: Koperasi Merah Putih Babakan Pasar Baru Tengah',
  expiresAt: new Date(Date.now() + 3_600_000),
  ...changed,
});

const small = { amountRp: 1_000, items: [{ id: 'a', name: 'a', amountRp: 1_000 }] };

beforeAll(async () => {
  local = await startLocalGateway();
  keys = local.keys;
  gateway = new MidtransGateway(placeAt(local.url));
});
afterAll(() => local.stop());
afterEach(() => {
  local.clearFaults();
});

describe('charging', () => {
  it.each([
    ['bca-va', { bank: 'bca', vaNumber: expect.stringMatching(/^\d+$/) }],
    ['bni-va', { bank: 'bni', vaNumber: expect.stringMatching(/^\d+$/) }],
    ['bri-va', { bank: 'bri', vaNumber: expect.stringMatching(/^\d+$/) }],
    ['permata-va', { bank: 'permata', vaNumber: expect.stringMatching(/^\d+$/) }],
    ['mandiri-bill', { billerCode: '70012', billKey: expect.stringMatching(/^\d+$/) }],
    ['qris', { qrText: expect.any(String) }],
    ['snap', { redirectUrl: expect.stringMatching(/^http/) }],
  ] as const)('%s gives what a person needs to pay', async (channel, instructions) => {
    const request = wanted(channel);
    const answer = await gateway.charge(keys, request);
    expect(answer).toMatchObject({
      outcome: 'done',
      value: { orderId: request.orderId, status: 'pending', channel, amountRp: 4_000_000, currency: 'IDR' },
    });
    expect(answer.outcome === 'done' && answer.value.instructions).toEqual(instructions);
  });

  it('expires when it was told to, to the second', async () => {
    const request = wanted('bca-va', {
      expiresAt: new Date(Math.floor(Date.now() / 1000) * 1000 + 86_400_000),
    });
    const answer = await gateway.charge(keys, request);
    expect(answer).toMatchObject({ outcome: 'done', value: { expiresAt: request.expiresAt } });
  });

  it('of an order that the gateway has already gives that order, never a second one', async () => {
    const request = wanted('permata-va');
    const first = await gateway.charge(keys, request);
    const second = await gateway.charge(keys, request);
    expect(second).toMatchObject({ outcome: 'done', value: { orderId: request.orderId } });
    expect(second.outcome === 'done' && second.value.transactionId).toBe(
      first.outcome === 'done' && first.value.transactionId,
    );
    expect(local.transactions().filter((tx) => tx.orderId === request.orderId)).toHaveLength(1);
  });

  it('of an order that the gateway has with another amount is nobody knows what', async () => {
    const request = wanted('bca-va');
    await gateway.charge(keys, request);
    const answer = await gateway.charge(keys, { ...request, ...small });
    expect(answer).toEqual({ outcome: 'unknown', reason: 'OTHER_AMOUNT' });
  });

  it.each([
    ['items that do not add up', { amountRp: 3_999_999 }],
    ['half a rupiah', { amountRp: 0.5, items: [{ id: 'a', name: 'a', amountRp: 0.5 }] }],
    ['an expiry that has passed', { expiresAt: new Date(Date.now() - 1000) }],
    ['an id that climbs', { orderId: '..' }],
  ] as const)('refuses %s without asking', async (_, changed) => {
    const before = local.transactions().length;
    const answer = await gateway.charge(keys, wanted('bca-va', changed));
    expect(answer).toMatchObject({ outcome: 'refused', code: 400 });
    expect(local.transactions()).toHaveLength(before);
  });

  it('says what the gateway refuses, in its words', async () => {
    const amountRp = 10_000_001;
    const items = [{ id: 'a', name: 'a', amountRp }];
    const answer = await gateway.charge(keys, wanted('qris', { amountRp, items }));
    expect(answer).toMatchObject({ outcome: 'refused', code: 400, message: expect.stringContaining('QRIS') });
  });

  it('under a wrong key is refused', async () => {
    const answer = await gateway.charge({ ...keys, serverKey: 'SB-Mid-server-WRONG' }, wanted('bca-va'));
    expect(answer).toMatchObject({ outcome: 'refused', code: 401 });
  });

  it('sends notifications where it is told', async () => {
    const notified = new MidtransGateway({ ...placeAt(local.url), notifyUrl: `${local.url}/nowhere` });
    const request = wanted('bca-va');
    await notified.charge(keys, request);
    await local.idle();
    const letters = local.notifications().filter(({ about }) => about === request.orderId);
    expect(letters.map(({ to, answers }) => [to, answers])).toEqual([[`${local.url}/nowhere`, [404]]]);
  });
});

describe('afterwards', () => {
  it('the status is the truth, at every turn', async () => {
    const request = wanted('permata-va');
    await gateway.charge(keys, request);
    local.pay(request.orderId);
    expect(await gateway.status(keys, request.orderId)).toMatchObject({
      outcome: 'done',
      value: { status: 'settlement', fraudStatus: 'accept', settledAt: expect.any(Date) },
    });
    local.reverse(request.orderId);
    expect(await gateway.status(keys, request.orderId)).toMatchObject({
      outcome: 'done',
      value: { status: 'deny' },
    });
  });

  it('an expired one is told as one, and money may still come late', async () => {
    const request = wanted('bni-va');
    await gateway.charge(keys, request);
    expect(await gateway.expire(keys, request.orderId)).toMatchObject({ value: { status: 'expire' } });
    expect(await gateway.status(keys, request.orderId)).toMatchObject({ value: { status: 'expire' } });
    expect(await gateway.expire(keys, request.orderId)).toMatchObject({ outcome: 'refused', code: 412 });
    local.payLate(request.orderId);
    expect(await gateway.status(keys, request.orderId)).toMatchObject({ value: { status: 'settlement' } });
  });

  it('what nobody has heard of is refused as 404, a Snap page before its payer has picked too', async () => {
    expect(await gateway.status(keys, 'SPK-unheard')).toMatchObject({ outcome: 'refused', code: 404 });
    const request = wanted('snap');
    await gateway.charge(keys, request);
    expect(await gateway.status(keys, request.orderId)).toMatchObject({ outcome: 'refused', code: 404 });
    local.pick(request.orderId, 'bri');
    expect(await gateway.status(keys, request.orderId)).toMatchObject({ value: { channel: 'bri-va' } });
    expect(await gateway.charge(keys, request)).toMatchObject({ value: { channel: 'bri-va' } });
  });

  it('one that waits is cancelled, one that is paid is not', async () => {
    const [first, second] = [wanted('bri-va'), wanted('bri-va')];
    await gateway.charge(keys, first);
    await gateway.charge(keys, second);
    expect(await gateway.cancel(keys, first.orderId)).toMatchObject({ value: { status: 'cancel' } });
    local.pay(second.orderId);
    expect(await gateway.cancel(keys, second.orderId)).toMatchObject({ outcome: 'refused', code: 412 });
  });

  it('a QRIS is refunded in parts, each part once', async () => {
    const request = wanted('qris');
    await gateway.charge(keys, request);
    local.pay(request.orderId);
    const part = { refundKey: 'RF-1', amountRp: 75_000, reason: 'kurang kirim' };
    for (let time = 0; time < 2; time += 1)
      expect(await gateway.refund(keys, request.orderId, part)).toMatchObject({
        value: {
          status: 'partial_refund',
          refunds: [{ refundKey: 'RF-1', amountRp: 75_000, confirmedAt: null }],
        },
      });
    expect(await gateway.status(keys, request.orderId)).toMatchObject({
      value: { refunds: [{ refundKey: 'RF-1', amountRp: 75_000, confirmedAt: expect.any(Date) }] },
    });
    const rest = { refundKey: 'RF-2', amountRp: 3_925_001, reason: 'sisa' };
    expect(await gateway.refund(keys, request.orderId, rest)).toMatchObject({
      outcome: 'refused',
      code: 414,
    });
    const fits = { ...rest, refundKey: 'RF-3', amountRp: 3_925_000 };
    expect(await gateway.refund(keys, request.orderId, fits)).toMatchObject({ value: { status: 'refund' } });
  });

  it('a virtual account is not refunded', async () => {
    const request = wanted('bca-va');
    await gateway.charge(keys, request);
    local.pay(request.orderId);
    const asked = { refundKey: 'RF-9', amountRp: 1000, reason: 'salah' };
    expect(await gateway.refund(keys, request.orderId, asked)).toMatchObject({
      outcome: 'refused',
      code: 412,
    });
  });
});

describe('a bad day', () => {
  const impatient = () => new MidtransGateway(placeAt(local.url, 1000));

  it.each([
    ['timeout', 'unknown', false],
    ['timeout-after-success', 'unknown', true],
    ['500', 'unknown', false],
    ['500-after-success', 'unknown', true],
    ['malformed', 'unknown', true],
    ['dropped', 'unknown', true],
    ['slow', 'unknown', true],
    ['429', 'refused', false],
  ] as const)(
    '%s at a charge is %s, and the status says what came of it',
    async (kind, outcome, happened) => {
      const request = wanted('bca-va');
      local.fault({ on: 'charge', kind, orderId: request.orderId });
      const hangs = kind === 'slow' || kind.startsWith('timeout');
      expect(await (hangs ? impatient() : gateway).charge(keys, request)).toMatchObject({ outcome });
      const truth = await gateway.status(keys, request.orderId);
      expect(truth).toMatchObject(happened ? { outcome: 'done' } : { outcome: 'refused', code: 404 });
    },
  );

  it('a charge that timed out after success comes back whole by its idempotency key', async () => {
    const request = wanted('qris');
    local.fault({ on: 'charge', kind: 'timeout-after-success', orderId: request.orderId });
    await impatient().charge(keys, request);
    expect(await gateway.charge(keys, request)).toMatchObject({
      outcome: 'done',
      value: { instructions: { qrText: expect.any(String) } },
    });
  });

  it('a duplicate whose status cannot be asked stays unknown', async () => {
    const request = wanted('permata-va');
    await gateway.charge(keys, request);
    local.fault({ on: 'status', kind: '500' });
    expect(await gateway.charge(keys, request)).toEqual({ outcome: 'unknown', reason: 'HTTP_500' });
  });

  it('a gateway that is not there is unknown', async () => {
    const gone = new MidtransGateway(placeAt('http://127.0.0.1:9', 500));
    expect(await gone.status(keys, 'SPK-1')).toEqual({ outcome: 'unknown', reason: 'ECONNREFUSED' });
  });
});

describe('a gateway that is up to something', () => {
  const asked: { path: string; headers: IncomingMessage['headers'] }[] = [];
  let reply: (request: IncomingMessage, response: ServerResponse) => void;
  const server = createServer((request, response) => {
    asked.push({ path: request.url ?? '', headers: request.headers });
    request.resume().on('end', () => reply(request, response));
  });
  let odd: MidtransGateway;
  let oddUrl = '';
  const says = (status: number, body: unknown, headers: Record<string, string> = {}) => {
    reply = (_, response) => {
      response.writeHead(status, { 'content-type': 'application/json', ...headers });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    };
  };

  beforeAll(async () => {
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    oddUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    odd = new MidtransGateway(placeAt(oddUrl));
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    asked.length = 0;
  });

  it.each(['a/../b?x=1', '../b', '..', '.', 'a b', 'a%2f..', 'a#', '', 'x'.repeat(51), 'é'])(
    'is not asked about the id %j',
    async (id) => {
      says(200, {});
      const answers = [
        await odd.status(keys, id),
        await odd.cancel(keys, id),
        await odd.expire(keys, id),
        await odd.refund(keys, id, { refundKey: 'R', amountRp: 1, reason: '' }),
        await odd.charge(keys, wanted('bca-va', { orderId: id })),
      ];
      expect(answers.map(({ outcome }) => outcome)).toEqual(Array(5).fill('refused'));
      expect(asked).toEqual([]);
    },
  );

  const standing = {
    status_code: '200',
    order_id: 'SPK-A',
    transaction_id: 't',
    transaction_status: 'settlement',
    gross_amount: '1000.00',
  };

  it.each([
    ['another order', { ...standing, order_id: 'SPK-B' }, 'OTHER_ORDER'],
    ['a status that nobody knows', { ...standing, transaction_status: 'celebrated' }, 'MALFORMED'],
    ['half a rupiah', { ...standing, gross_amount: '1000.50' }, 'MALFORMED'],
    ['nothing', '', 'MALFORMED'],
    ['null', 'null', 'NO_ANSWER'],
    ['a list', [], 'MALFORMED'],
    ['a page', '<html></html>', 'MALFORMED'],
  ])('is not believed when it tells %s', async (_, body, reason) => {
    says(200, body);
    expect(await odd.status(keys, 'SPK-A')).toEqual({ outcome: 'unknown', reason });
  });

  it('is read leniently: capitals, unknown fields, no currency', async () => {
    says(200, { ...standing, transaction_status: 'PENDING', status_code: '201', new_field: { a: [1] } });
    expect(await odd.status(keys, 'SPK-A')).toMatchObject({
      outcome: 'done',
      value: { status: 'pending', amountRp: 1000, currency: 'IDR', channel: null },
    });
  });

  it('is not followed elsewhere with our key', async () => {
    says(302, {}, { location: `${local.url}/v2/SPK-A/status` });
    expect(await odd.status(keys, 'SPK-A')).toMatchObject({ outcome: 'unknown' });
    expect(asked).toHaveLength(1);
  });

  it('is not waited for, however slowly it drips', async () => {
    const dripping = new Set<NodeJS.Timeout>();
    reply = (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      dripping.add(setInterval(() => response.write(' '), 40));
    };
    const impatient = new MidtransGateway(placeAt(oddUrl, 500));
    expect(await impatient.status(keys, 'SPK-A')).toMatchObject({ outcome: 'unknown' });
    for (const drip of dripping) clearInterval(drip);
  });

  it('is not read without end', async () => {
    says(200, ' '.repeat(2_000_000));
    expect(await odd.status(keys, 'SPK-A')).toMatchObject({ outcome: 'unknown' });
  });

  it.each([400, 401, 402, 404, 406, 412, 429])(
    'refuses by %i, in HTTP or in the body alone',
    async (code) => {
      const body = { status_code: String(code), status_message: 'no' };
      const expected = { outcome: 'refused', code, message: 'no' };
      for (const status of [code, 200]) {
        says(status, body);
        expect(await odd.cancel(keys, 'SPK-A')).toEqual(expected);
      }
    },
  );

  it.each([408, 500, 502, 503, 504])('by %i leaves the outcome unknown', async (code) => {
    for (const status of [code, 200]) {
      says(status, { status_code: String(code), status_message: 'no' });
      expect(await odd.cancel(keys, 'SPK-A')).toEqual({ outcome: 'unknown', reason: `HTTP_${code}` });
    }
  });

  it('tells an expiry as 407, in HTTP or in the body alone', async () => {
    for (const status of [407, 200]) {
      says(status, { ...standing, status_code: '407', transaction_status: 'expire' });
      expect(await odd.status(keys, 'SPK-A')).toMatchObject({ outcome: 'done', value: { status: 'expire' } });
    }
  });

  it('knows every status of the port', async () => {
    for (const transaction_status of transactionStatuses) {
      says(200, { ...standing, transaction_status });
      expect(await odd.status(keys, 'SPK-A')).toMatchObject({ value: { status: transaction_status } });
    }
  });

  it('learns an idempotency key of at most 46 characters, the same for the same call, none for Permata', async () => {
    says(500, {});
    const request = wanted('bca-va');
    await odd.charge(keys, request);
    await odd.charge(keys, request);
    await odd.charge(keys, wanted('bca-va'));
    await odd.charge(keys, wanted('permata-va'));
    await odd.status(keys, 'SPK-A');
    const given = asked.map(({ headers }) => headers['idempotency-key']);
    expect(given[0]).toMatch(/^[\w-]{20,46}$/);
    expect(given[1]).toBe(given[0]);
    expect(given[2]).not.toBe(given[0]);
    expect(given.slice(3)).toEqual([undefined, undefined]);
  });

  it('never sees a key of another call, however many are under way', async () => {
    says(500, {});
    const requests = Array.from({ length: 20 }, () => wanted('bri-va'));
    await Promise.all(requests.map((request) => odd.charge(keys, request)));
    expect(new Set(asked.map(({ headers }) => headers['idempotency-key'])).size).toBe(20);
  });

  it('cannot make our keys appear in an answer, though it repeats them', async () => {
    const canary = { ...keys, serverKey: 'SB-Mid-server-CANARY', signatureKey: 'CANARY-signature' };
    const coded = Buffer.from(`${canary.serverKey}:`).toString('base64');
    const answers = [];
    for (const status of [400, 401, 429, 500, 200]) {
      says(status, {
        status_code: String(status === 200 ? 404 : status),
        status_message: `your key is ${canary.serverKey}, Basic ${coded}`,
        validation_messages: [canary.signatureKey],
      });
      answers.push(await odd.charge(canary, wanted('bca-va')), await odd.status(canary, 'SPK-A'));
    }
    says(302, {}, { location: 'http://127.0.0.1:9/' });
    answers.push(await odd.status(canary, 'SPK-A'));
    reply = (request) => request.socket.destroy();
    answers.push(await odd.status(canary, 'SPK-A'));
    const shown = inspect(answers, { depth: Infinity });
    expect(answers.some((answer) => answer.outcome === 'refused' && answer.message.includes('***'))).toBe(
      true,
    );
    for (const secret of ['CANARY', coded]) expect(shown).not.toContain(secret);
  });
});
