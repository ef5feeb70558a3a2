import request, { type Response } from 'supertest';
import { anOpenPool, koperasiLogins } from '../support/given.js';
import { describeWhere } from '../support/lacks.js';
import { startRedis, type TestRedis } from '../support/redis.js';
import { anonymous, signIn, startRiver, type Person, type River } from '../support/river.js';

const BOARD = '/admin/queues';
const uuid = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/;

const tellsOfTheQueue = (start: () => Promise<River>): void => {
  let river: River;
  let admin: Person;
  let koperasi: Person;
  beforeAll(async () => {
    river = await start();
    admin = await signIn(river, 'admin');
    koperasi = await signIn(river, (await koperasiLogins(river, 1))[0] ?? '');
  });
  afterAll(() => river.stop());

  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    Promise.resolve(request(river.baseUrl).get(path).set(headers));
  const as = ({ token }: Person): Record<string, string> => ({ Authorization: `Bearer ${token}` });

  it('shows the queue to the administration alone, page, files and data', async () => {
    const page = await get(BOARD, as(admin));
    expect([page.status, page.headers['content-type']]).toEqual([200, expect.stringContaining('text/html')]);
    const script = /src="(static\/[^"]+)"/.exec(page.text)?.[1] ?? '';
    expect((await get(`${BOARD}/${script}`, as(admin))).status).toBe(200);
    for (const path of [BOARD, `${BOARD}/`, `${BOARD}/${script}`, `${BOARD}/api/queues`]) {
      expect([path, (await get(path)).status]).toEqual([path, 401]);
      expect([path, (await get(path, as(koperasi))).status]).toEqual([path, 403]);
      expect((await get(path)).body).toMatchObject({ code: 'NOT_SIGNED_IN' });
    }
    const { body, status } = await get(`${BOARD}/api/queues`, as(admin));
    expect(status).toBe(200);
    expect(body).toMatchObject({ queues: [{ name: 'river', readOnlyMode: true }] });
  });

  it('runs its own scripts only, and loads nothing from elsewhere', async () => {
    const { headers, text } = await get(BOARD, as(admin));
    expect(headers['content-security-policy']).toContain("script-src 'self';");
    expect(headers['content-security-policy']).toContain("connect-src 'self';");
    for (const [, attributes = ''] of text.matchAll(/<script([^>]*)>/g))
      expect(attributes).toMatch(/src="static\/|type="application\/json"/);
  });

  it('lets a browser in by a cookie for the board alone, which ends with the session', async () => {
    expect((await anonymous(river).post('queue-board/visits')).status).toBe(401);
    expect((await koperasi.post('queue-board/visits')).status).toBe(403);
    const visitor = await signIn(river, 'admin');
    const given = await visitor.post('queue-board/visits');
    expect([given.status, given.body]).toEqual([201, { path: BOARD }]);
    const [cookie = ''] = given.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/; Path=\/admin\/queues; Max-Age=900; HttpOnly; Secure; SameSite=Strict$/);
    const carried = { Cookie: cookie.split(';')[0] ?? '' };
    expect((await get(BOARD, carried)).status).toBe(200);
    // Elsewhere it is nothing.
    expect((await get('/api/v1/me', carried)).status).toBe(401);
    await visitor.delete('sessions/current');
    expect((await get(BOARD, carried)).status).toBe(401);
  });

  it('changes nothing by the board, whoever asks', async () => {
    for (const [method, path] of [
      ['put', `${BOARD}/api/queues/river/pause`],
      ['put', `${BOARD}/api/queues/river/clean/wait`],
      ['post', `${BOARD}/api/queues/river/add`],
    ] as const)
      expect((await request(river.baseUrl)[method](path).set(as(admin)).send({})).status).toBe(403);
  });

  it('counts for the administration alone what the process and the river do, and names nobody', async () => {
    const organiser = await signIn(river, 'organiser-officer');
    await anOpenPool(organiser);
    expect((await get('/metrics')).status).toBe(401);
    for (const person of [koperasi, organiser]) expect((await get('/metrics', as(person))).status).toBe(403);
    const { status, text, headers } = await get('/metrics', as(admin));
    expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('text/plain')]);
    for (const line of [
      /^sepikul_http_requests_total\{class="write",status="201"\} \d+$/m,
      /^sepikul_http_requests_total\{class="sign-in",status="201"\} \d+$/m,
      /^sepikul_http_request_seconds_count\{class="read"\} \d+$/m,
      /^sepikul_database_connections\{state="awaited"\} \d+$/m,
      /^sepikul_relay_lag_seconds \d/m,
      /^sepikul_outbox_waiting \d+$/m,
      /^sepikul_pools\{state="open"\} 1$/m,
      /^process_cpu_seconds_total /m,
      /^nodejs_eventloop_lag_seconds /m,
    ])
      expect(text).toMatch(line);
    expect(text).not.toMatch(uuid);
    expect(text).not.toMatch(/kop-35|organiser-|supplier-\d|Demo/);
  });
};

describe('the administration, the queue in PostgreSQL', () => {
  tellsOfTheQueue(() => startRiver());
});

describeWhere('redis-server', 'the administration, the queue in Redis', () => {
  let redis: TestRedis;
  afterAll(() => redis.stop());
  tellsOfTheQueue(async () => {
    redis = await startRedis();
    return startRiver({ redisUrl: redis.url });
  });
});
