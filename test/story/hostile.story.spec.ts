import { once } from 'node:events';
import { connect } from 'node:net';
import request, { type Response } from 'supertest';
import { anOpenPool, koperasiLogins, type GivenPool } from '../support/given.js';
import { signIn, startRiver, type Person, type River } from '../support/river.js';

interface Problem {
  code: string;
  errors: { field: string; rule: string }[];
}

const nested = (depth: number, open: string, close: string): string =>
  open.repeat(depth) + close.repeat(depth);

describe('hostile callers', () => {
  let river: River;
  let organiser: Person;
  let koperasi: Person;
  let administrator: Person;
  let pool: GivenPool;

  beforeAll(async () => {
    river = await startRiver({ workers: 0 });
    organiser = await signIn(river, 'organiser-officer');
    administrator = await signIn(river, 'admin');
    koperasi = await signIn(river, (await koperasiLogins(river, 1))[0] ?? '');
    pool = await anOpenPool(organiser);
  });
  afterAll(() => river.stop());

  const raw = (path: string, body: string, token?: string): Promise<Response> => {
    const call = request(river.baseUrl).post(`/api/v1/${path}`).set('Content-Type', 'application/json');
    return Promise.resolve(
      (token === undefined ? call : call.set('Authorization', `Bearer ${token}`)).send(body),
    );
  };
  const draft = (change: object): Promise<Response> =>
    organiser.post('pools', {
      organiserId: organiser.partyId,
      title: 'Putaran uji',
      regionCode: '35.71',
      closesAt: '2030-01-01T00:00:00Z',
      biddingPeriodS: 60,
      neededFrom: '2030-01-02',
      neededUntil: '2030-01-03',
      items: [{ packCode: 'BERAS-MEDIUM/XSA50' }],
      ...change,
    });

  it.each([
    ['lists', nested(10_000, '[', ']')],
    ['objects', `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`],
    ['lists as deep as a body is long', nested(120_000, '[', ']')],
  ])('find no end of the stack in nested %s', async (_, deep) => {
    const answer = await raw('sessions', `{"login":"a","password":"b","more":${deep}}`);
    expect(answer.status).toBe(400);
    expect((answer.body as Problem).errors[0]).toMatchObject({ rule: 'UNKNOWN_FIELD' });
  });

  it('get a short answer to a long list of mistakes', async () => {
    const lines = Array.from({ length: 5_000 }, () => ({}));
    const answer = await koperasi.post(`pools/${pool.poolId}/commitments`, {
      koperasiId: koperasi.partyId,
      lines,
    });
    const { errors } = answer.body as Problem;
    expect(errors).toContainEqual(expect.objectContaining({ field: 'lines', rule: 'TOO_MANY' }));
    expect(errors.length).toBeLessThanOrEqual(100);
    expect(answer.text.length).toBeLessThan(50_000);
  });

  it.each([
    ['closesAt', '2030-W01-1T00:00:00Z', 'INSTANT'],
    ['closesAt', '2030-001T00:00:00Z', 'INSTANT'],
    ['closesAt', '-2030-01-01T00:00:00Z', 'INSTANT'],
    ['closesAt', '2030-01-03T10:00:00,5Z', 'INSTANT'],
    ['closesAt', '2030-02-30T10:00:00Z', 'INSTANT'],
    ['closesAt', '9999-12-31T23:59:59-14:00', 'INSTANT'],
    ['closesAt', '2030-01-03T10:00:00', 'INSTANT'],
    ['neededFrom', '0000-01-01', 'DATE'],
    ['title', '\ud800', 'WELL_FORMED'],
    ['title', 'Putaran \u001b[2J', 'WELL_FORMED'],
  ])('name no %s %j that the database does not know', async (field, value, rule) => {
    const answer = await draft({ [field]: value });
    expect(answer.status).toBe(400);
    expect((answer.body as Problem).errors).toEqual([expect.objectContaining({ field, rule })]);
  });

  it('declare no numbers that would keep a lot from ending', async () => {
    const fee = await draft({ pricing: { feeRpPerUnit: 1_000_000_000_000_000 } });
    expect(fee.body).toMatchObject({ status: 422, code: 'FEE_ABOVE_CEILING' });
    const missing = await draft({ award: { minSuppliers: 100, missingSupplierRp: 1_000_000_000_000 } });
    expect(missing.body).toMatchObject({ status: 422, code: 'MISSING_SUPPLIERS_WEIGH_TOO_MUCH' });
    const supplier = await signIn(river, 'supplier-1');
    const terms = await supplier.put(`pools/${pool.poolId}/supplier-terms/${supplier.partyId}`, {
      fixedChargeRp: 10_000_000_000_000,
      capacityMilli: null,
      minimumOrderRp: 0,
    });
    expect(terms.status).toBe(400);
    expect((terms.body as Problem).errors).toEqual([expect.objectContaining({ field: 'fixedChargeRp' })]);
  });

  it('ask for no price of the year 0000, and record none with half a character', async () => {
    expect((await organiser.get('price-references?on=0000-01-01')).status).toBe(400);
    const recorded = await administrator.post('price-references', {
      code: 'HET-X',
      commodity: 'x',
      kind: 'HET',
      level: 'konsumen',
      zone: '\ud800',
      maxRp: 5,
      unitCode: 'KGM',
      validFrom: '2026-01-01',
      source: 'surat',
    });
    expect(recorded.status).toBe(400);
  });

  it.each(['%', '%ff', '%ED%A0%80', 'x'.repeat(101)])('find nothing at %j', async (id) => {
    const answer = await organiser.get(`pools/${id}`);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.body).toMatchObject({ status: 404, code: 'ROUTE_NOT_FOUND' });
  });

  it.each([
    ['no HTTP', '\u0016\u0003\u0001\r\n\r\n'],
    [
      'a broken chunk',
      'POST /api/v1/sessions HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
    ],
    ['a huge head', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`],
  ])('are told what is wrong with %s, and the connection ends', async (_, text) => {
    const { hostname, port } = new URL(river.baseUrl);
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.setEncoding('utf8').on('data', (part: string) => (answer += part));
    socket.write(text);
    await once(socket, 'close');
    expect(answer).toContain('application/problem+json');
    expect(answer).toContain('"code":"REQUEST_UNREADABLE"');
  });

  it('raise no line of a suspended koperasi, and may only withdraw it', async () => {
    const placed = await koperasi.post(`pools/${pool.poolId}/commitments`, {
      koperasiId: koperasi.partyId,
      lines: [{ itemId: pool.itemIds[0], neededBy: '2026-12-01', quantityPacks: 2 }],
    });
    const [line] = (placed.body as { data: { id: string }[] }).data;
    const path = `pools/${pool.poolId}/commitments/${line?.id ?? ''}`;
    await administrator.post(`parties/${koperasi.partyId}/suspend`, { reason: 'uji' });
    const raised = await koperasi.patch(path, 1, { quantityPacks: 500_000 });
    expect(raised.body).toMatchObject({ status: 409, code: 'KOPERASI_SUSPENDED' });
    expect((await koperasi.delete(path, 1)).status).toBe(200);
  });
});
