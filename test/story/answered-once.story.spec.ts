import { randomUUID } from 'node:crypto';
import request, { type Response } from 'supertest';
import { anOpenPool, koperasiLogins, soon, type GivenPool } from '../support/given.js';
import { signIn, startRiver, until, type Person, type River } from '../support/river.js';

/** What was asked takes effect once, whoever is asked again, however often, whatever died in between. */
let river: River;
let otherUrl: string;
let organiser: Person;
let koperasi: Person;
let pool: GivenPool;

beforeAll(async () => {
  river = await startRiver({ workers: 1 });
  otherUrl = await river.addHttp();
  organiser = await signIn(river, 'organiser-officer');
  koperasi = await signIn(river, (await koperasiLogins(river, 1))[0] ?? '');
  pool = await anOpenPool(organiser);
});
afterAll(() => river.stop());

interface Sent {
  readonly url?: string;
  readonly method?: 'post' | 'patch';
  readonly version?: number;
}

const send = (
  person: Person,
  key: string,
  path: string,
  body: object,
  { url = river.baseUrl, method = 'post', version }: Sent = {},
): Promise<Response> => {
  const call = request(url)
    [method](`/api/v1/${path}`)
    .set('Authorization', `Bearer ${person.token}`)
    .set('Idempotency-Key', key);
  return Promise.resolve((version === undefined ? call : call.set('If-Match', `"${version}"`)).send(body));
};

const draft = (title: string): object => ({
  organiserId: organiser.partyId,
  title,
  regionCode: '35.71',
  closesAt: soon(3_600_000).slice(0, 10) + 'T23:59:59Z',
  biddingPeriodS: 3600,
  neededFrom: '2099-12-01',
  neededUntil: '2099-12-31',
  items: [{ packCode: 'GULA/XSA50' }],
});
const poolsCalled = async (title: string): Promise<number> =>
  (await river.database.owner.query('SELECT FROM pool WHERE title = $1', [title])).rowCount ?? 0;

const lines = (neededBy: string, quantityPacks = 3): object => ({
  koperasiId: koperasi.partyId,
  lines: [{ itemId: pool.itemIds[0], neededBy, quantityPacks }],
});
const linesFor = async (neededBy: string): Promise<number> =>
  (
    await river.database.owner.query('SELECT FROM commitment_line WHERE pool_id = $1 AND needed_by = $2', [
      pool.poolId,
      neededBy,
    ])
  ).rowCount ?? 0;

describe('a request that is sent again under its key', () => {
  it('is answered as before by another process, and nothing is done again', async () => {
    const key = randomUUID();
    const first = await send(organiser, key, 'pools', draft('Sekali'));
    expect([first.status, first.headers['idempotency-replayed']]).toEqual([201, undefined]);
    const again = await send(organiser, key, 'pools', draft('Sekali'), { url: otherUrl });
    expect([again.status, again.headers['idempotency-replayed'], again.text]).toEqual([
      201,
      'true',
      first.text,
    ]);
    // The draft of the standard quotes the key.
    const quoted = await send(organiser, `"${key}"`, 'pools', draft('Sekali'));
    expect([quoted.status, quoted.headers['idempotency-replayed'], quoted.text]).toEqual([
      201,
      'true',
      first.text,
    ]);
    expect(await poolsCalled('Sekali')).toBe(1);
    const { id } = first.body as { id: string };
    const opened = [];
    for (let time = 0; time < 2; time += 1)
      opened.push(await send(organiser, key + '-open', `pools/${id}/open`, {}));
    expect(
      opened.map(({ status, text, headers }) => [status, text, headers['idempotency-replayed']]),
    ).toEqual([
      [204, '', undefined],
      [204, '', 'true'],
    ]);
  });

  it('is refused when it is another request, and is free for another person', async () => {
    const key = randomUUID();
    expect((await send(organiser, key, 'pools', draft('Satu'))).status).toBe(201);
    const otherBody = await send(organiser, key, 'pools', draft('Dua'));
    const otherRoute = await send(organiser, key, `pools/${pool.poolId}/close`, draft('Satu'));
    for (const answer of [otherBody, otherRoute])
      expect([answer.status, (answer.body as { code: string }).code]).toEqual([422, 'KEY_REUSED']);
    expect(await poolsCalled('Dua')).toBe(0);
    const others = await send(koperasi, key, `pools/${pool.poolId}/commitments`, lines('2099-12-01'));
    expect([others.status, others.headers['idempotency-replayed']]).toEqual([201, undefined]);
    const reused = await send(koperasi, key, `pools/${pool.poolId}/commitments`, lines('2099-12-02'));
    expect([reused.status, (reused.body as { code: string }).code]).toEqual([422, 'KEY_REUSED']);
    expect(await linesFor('2099-12-02')).toBe(0);
  });

  it('is tried anew after a refusal, which is not kept', async () => {
    const [key, path] = [randomUUID(), `pools/${pool.poolId}/commitments`];
    const placed = await send(koperasi, randomUUID(), path, lines('2099-12-03'));
    const lineId = (placed.body as { data: { id: string }[] }).data[0]?.id;
    const change = { quantityPacks: 5 };
    const amend = (version: number): Promise<Response> =>
      send(koperasi, key, `${path}/${lineId}`, change, { method: 'patch', version });
    expect((await amend(7)).status).toBe(412);
    expect((await amend(1)).body).toEqual({ version: 2 });
    const again = await amend(1);
    expect([again.status, again.body, again.headers['idempotency-replayed']]).toEqual([
      200,
      { version: 2 },
      'true',
    ]);
  });

  it.each(['short', 'sixteen or more, but two words', 'x'.repeat(129)])(
    'is refused under the key %s',
    async (key) => {
      const answers = [
        await send(organiser, key, 'pools', draft('Kunci')),
        await send(koperasi, key, `pools/${pool.poolId}/commitments`, lines('2099-12-04')),
      ];
      for (const answer of answers)
        expect([answer.status, (answer.body as { code: string }).code]).toEqual([400, 'KEY_NOT_VALID']);
    },
  );
});

describe('fifty requests under one key at once, over two processes', () => {
  const crowd = (path: string, person: () => Person, body: () => object) => async (): Promise<string[]> => {
    const key = randomUUID();
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, place) =>
        send(
          person(),
          key,
          path.replace('POOL', pool.poolId),
          body(),
          place % 2 === 0 ? {} : { url: otherUrl },
        ),
      ),
    );
    for (const { status, headers, body: problem } of answers)
      if (status !== 201)
        expect([status, headers['retry-after'], (problem as { code: string }).code]).toEqual([
          409,
          '1',
          'KEY_IN_FLIGHT',
        ]);
    const done = answers.filter(({ status }) => status === 201);
    expect(done.filter(({ headers }) => headers['idempotency-replayed'] === undefined)).toHaveLength(1);
    return [...new Set(done.map(({ text }) => text))];
  };

  it('make one pool', async () => {
    const texts = await crowd(
      'pools',
      () => organiser,
      () => draft('Ramai'),
    )();
    expect(texts).toHaveLength(1);
    expect(await poolsCalled('Ramai')).toBe(1);
  });

  it('make one line', async () => {
    const texts = await crowd(
      'pools/POOL/commitments',
      () => koperasi,
      () => lines('2099-12-05'),
    )();
    expect(texts).toHaveLength(1);
    expect(await linesFor('2099-12-05')).toBe(1);
  });
});

describe('a process that is killed between commit and answer', () => {
  const HELD = 42;

  /** Every commit of a kept answer waits for a lock that the test holds. */
  beforeAll(async () => {
    const { owner } = river.database;
    await owner.query(
      `CREATE FUNCTION wait_at_commit() RETURNS trigger LANGUAGE plpgsql AS
       $$ BEGIN PERFORM pg_advisory_xact_lock_shared(${HELD}); RETURN NULL; END $$`,
    );
    await owner.query(
      `CREATE CONSTRAINT TRIGGER zz_wait AFTER INSERT ON idempotency_key DEFERRABLE INITIALLY DEFERRED
       FOR EACH ROW EXECUTE FUNCTION wait_at_commit()`,
    );
  });
  afterAll(() => river.database.owner.query('DROP FUNCTION wait_at_commit CASCADE'));

  const waiting = async (): Promise<number> => {
    const { rows } = await river.database.owner.query<{ count: number }>(
      `SELECT count(*)::int FROM pg_locks WHERE locktype = 'advisory' AND objid = ${HELD} AND NOT granted`,
    );
    return rows[0]?.count ?? 0;
  };

  const afterKill = async (person: Person, path: string, body: object): Promise<Response> => {
    const { owner } = river.database;
    const key = randomUUID();
    const { url, child } = await river.addHttpProcess();
    await owner.query('SELECT pg_advisory_lock($1)', [HELD]);
    const lost = send(person, key, path, body, { url }).then(
      ({ status }) => status,
      () => 'no answer',
    );
    await until('the commit is under way', async () => ((await waiting()) === 1 ? true : undefined));
    const early = await send(person, key, path, body, { url: otherUrl });
    expect([early.status, (early.body as { code: string }).code]).toEqual([409, 'KEY_IN_FLIGHT']);
    child.kill('SIGSTOP');
    await owner.query('SELECT pg_advisory_unlock($1)', [HELD]);
    // It has committed once the key is free again, and the process that asked for it cannot know.
    const retried = await until('the key is free', async () => {
      const answer = await send(person, key, path, body, { url: otherUrl });
      return answer.status === 409 ? undefined : answer;
    });
    child.kill('SIGKILL');
    expect(await lost).toBe('no answer');
    expect([retried.status, retried.headers['idempotency-replayed']]).toEqual([201, 'true']);
    return retried;
  };

  it('has made the pool, and another process says which', async () => {
    const { body } = await afterKill(organiser, 'pools', draft('Mati'));
    const { rows } = await river.database.owner.query(`SELECT id FROM pool WHERE title = 'Mati'`);
    expect(rows).toEqual([body]);
  });

  it('has taken the commitment, and another process shows it', async () => {
    const { body } = await afterKill(koperasi, `pools/${pool.poolId}/commitments`, lines('2099-12-06'));
    const { rows } = await river.database.owner.query(
      `SELECT id FROM commitment_line WHERE pool_id = $1 AND needed_by = '2099-12-06'`,
      [pool.poolId],
    );
    expect((body as { data: { id: string }[] }).data.map(({ id }) => ({ id }))).toEqual(rows);
  });
});

describe('the promises', () => {
  it('hold after all of it', async () => {
    const { rows } = await river.database.owner.query<{ count: number }>(
      'SELECT count(*)::int FROM audit_event WHERE key_id IS NOT NULL',
    );
    expect(rows[0]?.count).toBeGreaterThan(5);
    const observer = await signIn(river, 'observer');
    expect((await observer.get('invariants')).body).toMatchObject({ broken: [] });
  });
});
