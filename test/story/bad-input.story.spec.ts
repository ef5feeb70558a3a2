import request from 'supertest';
import { anOpenPool, koperasiLogins, type GivenPool } from '../support/given.js';
import { anonymous, signIn, startRiver, type Person, type River } from '../support/river.js';

interface Problem {
  code: string;
  detail: string;
  messages: { id: string; en: string };
  errors: { field: string; rule: string; messages: { id: string; en: string } }[];
}

describe('bad input', () => {
  let river: River;
  let organiser: Person;
  let koperasi: Person;
  let pool: GivenPool;

  beforeAll(async () => {
    river = await startRiver({ workers: 0 });
    organiser = await signIn(river, 'organiser-officer');
    koperasi = await signIn(river, (await koperasiLogins(river, 1))[0] ?? '');
    pool = await anOpenPool(organiser);
  });
  afterAll(() => river.stop());

  const line = (change: object = {}): object => ({
    itemId: pool.itemIds[0],
    neededBy: '2026-12-01',
    quantityPacks: 20,
    ...change,
  });
  const commit = (lines: object[], extra: object = {}) =>
    koperasi.post(`pools/${pool.poolId}/commitments`, { koperasiId: koperasi.partyId, lines, ...extra });
  const rowCount = async (): Promise<number> => {
    const { rows } = await river.database.owner.query<{ count: string }>(
      'SELECT (SELECT count(*) FROM commitment_line) + (SELECT count(*) FROM commitment_revision) + (SELECT count(*) FROM outbox) + (SELECT count(*) FROM audit_event) AS count',
    );
    return Number(rows[0]?.count);
  };

  it.each<[string, object, string, string]>([
    ['zero', { quantityPacks: 0 }, 'lines.0.quantityPacks', 'AT_LEAST'],
    ['a negative number', { quantityPacks: -5 }, 'lines.0.quantityPacks', 'AT_LEAST'],
    ['a fraction of a pack', { quantityPacks: 1.5 }, 'lines.0.quantityPacks', 'WHOLE_NUMBER'],
    ['more than 2^53', { quantityPacks: 2 ** 60 }, 'lines.0.quantityPacks', 'AT_MOST'],
    ['a number as text', { quantityPacks: '20' }, 'lines.0.quantityPacks', 'WHOLE_NUMBER'],
    ['nothing', { quantityPacks: null }, 'lines.0.quantityPacks', 'WHOLE_NUMBER'],
    ['an unknown field', { price: 1 }, 'lines.0.price', 'UNKNOWN_FIELD'],
    ['a prototype key', { constructor: { a: 1 } }, 'lines.0.constructor', 'UNKNOWN_FIELD'],
    ['a date that does not exist', { neededBy: '2026-02-30' }, 'lines.0.neededBy', 'DATE'],
    ['an id that is none', { itemId: 'rice' }, 'lines.0.itemId', 'ID'],
    ['a limit of nothing', { maxLandedRp: 0 }, 'lines.0.maxLandedRp', 'AT_LEAST'],
    ['a day outside the pool', { neededBy: '2100-01-01' }, 'lines.0.neededBy', 'NEEDED_OUTSIDE_POOL'],
    ['a minimum above the quantity', { minimumPacks: 21 }, 'lines.0.minimumPacks', 'MINIMUM_ABOVE_QUANTITY'],
  ])(
    'refuses %s, naming field and rule in both languages, and changes nothing',
    async (_, change, field, rule) => {
      const before = await rowCount();
      const answer = await commit([line(change)]);
      const problem = answer.body as Problem;
      expect([400, 422]).toContain(answer.status);
      expect(answer.headers['content-type']).toContain('application/problem+json');
      const [error] = problem.errors;
      expect(error).toMatchObject({ field, rule });
      expect(error?.messages.id).toBeTruthy();
      expect(error?.messages.en).toBeTruthy();
      expect(error?.messages.id).not.toBe(error?.messages.en);
      expect(await rowCount()).toBe(before);
    },
  );

  it('keeps the rationing rule a pool declares, proportional when it declares none, and no other word', async () => {
    const ruleOf = async (poolId: string): Promise<unknown> =>
      (await organiser.get(`pools/${poolId}`)).body.rationingRule;
    const declared = await anOpenPool(organiser, { rationingRule: 'equal-awards' });
    expect(await ruleOf(declared.poolId)).toBe('equal-awards');
    expect(await ruleOf(pool.poolId)).toBe('proportional');
    await expect(anOpenPool(organiser, { rationingRule: 'first-come' })).rejects.toThrow('ONE_OF');
  });

  it('names every wrong field at once', async () => {
    const { body } = await commit([line({ quantityPacks: 0 }), line({ neededBy: 'tomorrow' })], {
      urgent: true,
    });
    expect((body as Problem).errors.map((error) => error.field).sort()).toEqual([
      'lines.0.quantityPacks',
      'lines.1.neededBy',
      'urgent',
    ]);
  });

  it.each<[string, unknown]>([
    ['no lines', []],
    ['a hundred lines', Array.from({ length: 100 }, () => ({}))],
    ['an object', {}],
    ['text', 'lines'],
  ])('refuses %s for a list', async (_, lines) => {
    expect((await commit(lines as object[])).status).toBe(400);
  });

  it('refuses what is no JSON, a null character, a huge body and an unknown address, never with a 500', async () => {
    const raw = (body: string, type = 'application/json') =>
      request(river.baseUrl).post('/api/v1/sessions').set('Content-Type', type).send(body);
    expect((await raw('{"login": ')).body).toMatchObject({ status: 400, code: 'MALFORMED_BODY' });
    expect((await raw('{"login":"a\\u0000b","password":"x"}')).body).toMatchObject({
      status: 400,
      code: 'INVALID_REQUEST',
    });
    expect((await raw(JSON.stringify({ login: 'x'.repeat(300_000) }))).body).toMatchObject({
      status: 413,
      code: 'BODY_TOO_LARGE',
    });
    for (const type of ['text/plain', 'application/xml', 'application/x-www-form-urlencoded', 'nonsense'])
      expect((await raw('login=a', type)).body).toMatchObject({
        status: 415,
        code: 'MEDIA_TYPE_NOT_SUPPORTED',
      });
    expect((await anonymous(river).get('parties?q=%00')).status).toBe(400);
    expect((await anonymous(river).get('nowhere')).body).toMatchObject({
      status: 404,
      code: 'ROUTE_NOT_FOUND',
    });
    expect((await anonymous(river).get('pools/not-an-id')).body).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    });
    expect((await anonymous(river).get('pools/00000000-0000-4000-8000-000000000000')).body).toMatchObject({
      code: 'POOL_NOT_FOUND',
    });
  });

  it.each(['', ' ', '\n\t', '\u00a0', '\u200b \ufeff'])(
    'takes no blank text %j for a reason',
    async (reason) => {
      const { status, body } = await organiser.post(`pools/${pool.poolId}/close`, { reason });
      expect(status).toBe(400);
      expect((body as Problem).errors).toMatchObject([{ field: 'reason', rule: 'TOO_SHORT' }]);
    },
  );

  it('gives every refusal its id and type, whoever refuses, and says how to sign in', async () => {
    const named = (call: request.Test) => call.set('X-Request-Id', 'my-request-1');
    const post = () => request(river.baseUrl).post('/api/v1/sessions');
    const answers = await Promise.all([
      named(request(river.baseUrl).get('/api/v1/me')),
      named(post().set('Content-Type', 'application/json').send('{')),
      named(post().set('Content-Type', 'application/xml').send('<a/>')),
      named(
        post()
          .set('Content-Type', 'application/json')
          .send(`"${'x'.repeat(300_000)}"`),
      ),
      named(request(river.baseUrl).get('/api/v1/nowhere')),
      named(request(river.baseUrl).get('/api/v1/pools/%E0%A4%A')),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([401, 400, 415, 413, 404, 404]);
    for (const { headers, body } of answers) {
      expect(headers['content-type']).toContain('application/problem+json');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers['x-request-id']).toBe('my-request-1');
      expect((body as { requestId: string }).requestId).toBe('my-request-1');
    }
    expect(answers.map(({ headers }) => headers['www-authenticate'])).toEqual([
      'Bearer realm="sepikul"',
      ...Array.from({ length: 5 }, () => undefined),
    ]);
  });

  it("speaks the caller's language", async () => {
    const ask = (language: string) =>
      request(river.baseUrl).get('/api/v1/me').set('Accept-Language', language);
    expect((await ask('en')).body).toMatchObject({
      code: 'NOT_SIGNED_IN',
      detail: expect.stringContaining('Sign in first') as string,
    });
    expect((await ask('id')).body).toMatchObject({
      detail: expect.stringContaining('Silakan masuk') as string,
    });
  });

  it('says so when the pool was closed meanwhile', async () => {
    const other = await anOpenPool(organiser);
    expect((await organiser.post(`pools/${other.poolId}/close`, { reason: 'cukup' })).status).toBe(204);
    const answer = await koperasi.post(`pools/${other.poolId}/commitments`, {
      koperasiId: koperasi.partyId,
      lines: [line({ itemId: other.itemIds[0] })],
    });
    expect([answer.status, (answer.body as Problem).code]).toEqual([409, 'POOL_ALREADY_CLOSED']);
    expect((await organiser.post(`pools/${other.poolId}/close`, { reason: 'lagi' })).body).toMatchObject({
      code: 'POOL_ALREADY_CLOSED',
    });
  });
});
