import { readFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { keysThatOpen, dumpOf } from '../support/all-server-knows.js';
import {
  drawCanary,
  findCanaries,
  findNeedles,
  findNeedlesIn,
  needlesOf,
  needlesOfSecret,
  type Needles,
} from '../support/canary.js';
import { readTables, startCanaryServer, type CanaryServer } from '../support/canary-server.js';
import { koperasiLogins } from '../support/given.js';
import { describeWhere } from '../support/lacks.js';
import { plantLeaks } from '../support/plant-leaks.js';
import { passDeadline } from '../support/plant-lot.js';
import {
  dealKey,
  handIn,
  keyHolder,
  lotsToBidOn,
  openDealtKey,
  type DealtKey,
  type KeyedHolder,
} from '../support/play-committee-pool.js';
import { parametersRead, readEverything, type KnownIds, type Said } from '../support/read-everything.js';
import { readRedis } from '../support/read-redis.js';
import { startRedis, type TestRedis } from '../support/redis.js';
import { anonymous, signIn, startRiver, until, type Person, type River } from '../support/river.js';
import { plantCast, type Actor } from '../support/walls-cast.js';

// A server for all of them: every byte of it is searched.
let server: CanaryServer;
beforeAll(async () => {
  server = await startCanaryServer();
});
afterAll(() => server.stop());

/** Numbers that nothing else in a story or in the seed can be. */
const drawPrices = (count: number): number[] =>
  Array.from({ length: count }, (_, place) => {
    const least = 310_000_000 + place * 90_000_000;
    return drawCanary(least, least + 89_000_000);
  });

const bidOf = (priceRpPerUnit: number, rest: object = {}): object => ({
  capacityPacks: 60,
  minimumPacks: 0,
  leadTimeDays: 2,
  tiers: [{ fromPacks: 1, priceRpPerUnit }],
  ...rest,
});

const termsOf = (fixedChargeRp: number): object => ({
  fixedChargeRp,
  capacityMilli: null,
  minimumOrderRp: 0,
});

const PACK = 'BERAS-MEDIUM/XSA50';

/** Of what there is nothing yet while bids are sealed, so that no path can name it. */
const NOT_YET = [
  ...['dropId', 'invoiceId', 'orderId', 'billId', 'documentId', 'openingId'],
  ...['dueId', 'transferId', 'paymentId', 'payoutId', 'sha256', 'taskId'],
];

const hidesPrices = (startQueue?: () => Promise<TestRedis>): void => {
  const [price, revised, gone, refused, held, heldRevised] = drawPrices(6) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const charge = drawCanary(310_000_000_000, 640_000_000_000);
  const heldCharge = drawCanary(650_000_000_000, 990_000_000_000);
  const canaries = [price, revised, gone, refused, charge, held, heldRevised, heldCharge];
  let sought: Needles = needlesOf(canaries);

  let redis: TestRedis | undefined;
  let river: River;
  let people: Record<'officer' | 'chair' | 'observer' | 'first' | 'second' | 'koperasi', Person>;
  let askers: Pick<Actor, 'name' | 'token'>[];
  let lotId: string;
  let ids: KnownIds;
  /** Of a lot's bids, and of terms over all lots of its pool. */
  let committee: {
    readonly poolId: string;
    readonly lotId: string;
    readonly keys: readonly [DealtKey, DealtKey];
  };
  let holders: [KeyedHolder, KeyedHolder, KeyedHolder];
  /** What bidders were answered when they bid, and when they were refused. */
  const answers: string[] = [];

  beforeAll(async () => {
    redis = await startQueue?.();
    river = await startRiver({
      filled: await server.fill(),
      ...(redis === undefined ? {} : { redisUrl: redis.url }),
      settings: { LOG_LEVEL: 'debug', OPENING_KEY_FILE: server.keyFile },
    });
    const logins = ['organiser-officer', 'organiser-chair', 'observer', 'supplier-1', 'supplier-2'];
    logins.push(...(await koperasiLogins(river, 1)));
    const [officer, chair, observer, first, second, koperasi] = await Promise.all(
      logins.map((login) => signIn(river, login)),
    );
    if (!officer || !chair || !observer || !first || !second || !koperasi) throw new Error('nobody there');
    people = { officer, chair, observer, first, second, koperasi };
    const cast = await plantCast(river.database, {
      organiser: officer.partyId,
      supplier: first.partyId,
      koperasi: koperasi.partyId,
    });
    const signedIn = Object.entries(people).map(([name, { token }]) => ({ name, token }));
    // What the API answers does not hang on the queue, only what is told of the queue: there, fewer ask.
    const planted = cast.filter(({ name }) => !redis || /^(anonymous|administrator viewer)$/.test(name));
    askers = [...planted, ...signedIn];
  });
  afterAll(async () => {
    await river.stop();
    await redis?.stop();
  });

  const ask = async (
    person: Pick<Person, 'put' | 'delete'>,
    path: string,
    body?: object,
    seen?: number,
  ): Promise<[status: number, body: Record<string, unknown>]> => {
    const answer = body === undefined ? await person.delete(path, seen) : await person.put(path, body, seen);
    answers.push(`${answer.status} ${JSON.stringify(answer.headers)} ${answer.text}`);
    return [answer.status, answer.body as Record<string, unknown>];
  };
  const startedRedis = (): TestRedis => {
    if (redis === undefined) throw new Error('the queue is not in Redis');
    return redis;
  };
  const statusOf = async (...asked: Parameters<typeof ask>): Promise<number> => (await ask(...asked))[0];
  const textOf = (said: readonly Said[]): string => said.map(({ text }) => text).join('\n');

  it('is taken, revised, withdrawn and refused', async () => {
    const { officer, koperasi, first, second } = people;
    const lot = await lotsToBidOn(officer, koperasi, [PACK]);
    [lotId = ''] = lot.lotIds;
    await until('bidding is open', async () =>
      (await first.get(`lots/${lotId}/sealing-key`)).status === 200 ? true : undefined,
    );
    const path = (person: Person): string => `lots/${lotId}/bids/${person.partyId}`;
    for (const [place, sent] of [price, revised].entries()) {
      const [status, { nonce }] = await ask(first, path(first), bidOf(sent), place === 0 ? undefined : place);
      expect(status).toBe(200);
      // With it and the hash, which is public, prices could be tried.
      sought = [...sought, ...needlesOfSecret("a bid's nonce", Buffer.from(String(nonce), 'base64url'))];
    }
    expect(await statusOf(second, path(second), bidOf(gone))).toBe(200);
    expect(await statusOf(second, path(second))).toBe(428);
    expect(await statusOf(second, path(second), undefined, 1)).toBe(200);
    const termsPath = `pools/${lot.poolId}/supplier-terms/${first.partyId}`;
    expect(await statusOf(first, termsPath, termsOf(charge))).toBe(200);
    const rising = [
      { fromPacks: 1, priceRpPerUnit: refused },
      { fromPacks: 2, priceRpPerUnit: refused + 1 },
    ];
    const tooMuch = bidOf(refused, { capacityPacks: -1, extra: refused });
    expect(await statusOf(second, path(second), bidOf(refused, { tiers: rising }))).toBe(422);
    expect(await statusOf(second, path(second), tooMuch)).toBe(400);
    expect(await statusOf(second, path(first), bidOf(refused))).toBe(403);
    expect(await statusOf(anonymous(river), path(first), bidOf(refused))).toBe(401);
    expect(await statusOf(second, `lots/${lot.poolId}/bids/${second.partyId}`, bidOf(refused))).toBe(404);
    for (const body of [`{"tiers": [${refused}`, `{"tiers": ${refused}, "__proto__": {"x": ${refused}}}`]) {
      const answer = await fetch(`${river.baseUrl}/api/v1/${path(second)}`, {
        method: 'PUT',
        headers: {
          authorization: `Bearer ${second.token}`,
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
        },
        body,
      });
      expect(answer.status).toBe(400);
      answers.push(await answer.text());
    }
    ids = { poolId: [lot.poolId] };
  });

  it('is taken sealed, where a committee holds the key, and refused in plain text', async () => {
    const { officer, chair, observer, koperasi, first, second } = people;
    holders = await Promise.all([keyHolder(chair), keyHolder(observer), keyHolder(koperasi)]);
    const holderPersonIds = holders.map(({ person }) => person.personId);
    const seal = { mode: 'committee', holderPersonIds };
    const { poolId, lotIds } = await lotsToBidOn(officer, koperasi, [PACK], seal);
    const [heldLotId = ''] = lotIds;
    const keys = [
      await dealKey(officer, poolId, { lotId: heldLotId }, holders),
      await dealKey(officer, poolId, { poolId }, holders),
    ] as const;
    committee = { poolId, lotId: heldLotId, keys };
    const handedIn = [
      await handIn(first, keys[0], bidOf(held)),
      await handIn(first, keys[0], bidOf(heldRevised), 1),
      await handIn(first, keys[1], termsOf(heldCharge)),
    ];
    const path = `lots/${heldLotId}`;
    expect(await statusOf(second, `${path}/bids/${second.partyId}`, bidOf(held))).toBe(409);
    expect(
      await statusOf(second, `pools/${poolId}/supplier-terms/${second.partyId}`, termsOf(heldCharge)),
    ).toBe(409);
    const noBox = { box: bidOf(held), hash: '0'.repeat(64) };
    expect(await statusOf(second, `${path}/sealed-bids/${second.partyId}`, noBox)).toBe(400);
    sought = [
      ...sought,
      ...[...holders, ...keys].flatMap(({ secrets }) => secrets),
      ...handedIn.flatMap(({ nonce }) => needlesOfSecret("a bid's nonce", Buffer.from(nonce, 'base64url'))),
    ];
    const { owner } = river.database;
    const all = async (text: string): Promise<string[]> =>
      (await owner.query<{ id: string }>(text)).rows.map(({ id }) => id);
    ids = {
      poolId: [...(ids.poolId ?? []), committee.poolId],
      lotId: [lotId, committee.lotId],
      keyId: await all('SELECT id FROM sealing_key'),
      lineId: await all('SELECT id FROM commitment_line'),
      supplierId: [first.partyId],
      partyId: [first.partyId, officer.partyId],
      koperasiId: await all(`SELECT id FROM party WHERE kind = 'koperasi' LIMIT 1`),
      personId: [first.personId],
      kitchenId: await all(`SELECT id FROM party WHERE kind = 'kitchen' LIMIT 1`),
      offerId: await all('SELECT id FROM standing_offer LIMIT 1'),
      requirementLineId: await all('SELECT id FROM requirement_line LIMIT 1'),
      code: ['BERAS-MEDIUM'],
      isoWeek: ['2026-W48'],
    };
  });

  it('is in no answer of any route to anybody, its bidder included', async () => {
    expect(parametersRead().filter((name) => !(name in ids) && !NOT_YET.includes(name))).toEqual([]);
    expect(findCanaries(answers.join('\n'), canaries)).toEqual([]);
    const said = await readEverything(river, askers, ids);
    expect(said.filter(({ status }) => status === 429 || status === 500)).toEqual([]);
    // It did read: the bidders' hashes are there, what is measured, and the board of the queue.
    const { hash } = (await people.first.get(`lots/${lotId}/bids/${people.first.partyId}/receipt`)).body as {
      hash: string;
    };
    expect(textOf(said)).toContain(hash);
    for (const route of ['/metrics', '/admin/queues/api/queues?activeQueue=river&status=latest'])
      expect(
        said.filter((each) => each.route.startsWith(route) && each.status === 200).map(({ asker }) => asker),
      ).toContain('administrator viewer');
    expect(findNeedles(textOf(said), sought)).toEqual([]);
  });

  it('is in no line that either process writes, down to debug', () => {
    expect(river.written.join('\n')).toContain('"level":20');
    expect(findNeedles(river.written.join('\n'), sought)).toEqual([]);
  });

  it('is in no row of any table: not of the audit, nor of kept answers, nor of a queue', async () => {
    const tables = await readTables(river.database.adminUrl);
    for (const name of ['sealed_bid', 'audit_event', 'audit_chain', 'idempotency_key', 'outbox'])
      expect(tables).toMatch(new RegExp(`^public\\.${name}\\n\\(`, 'm'));
    expect(findNeedles(tables, sought)).toEqual([]);
  });

  it('is in no byte of the data directory and its write-ahead log', () => {
    expect(findNeedlesIn(server.dataDir, sought)).toEqual([]);
  });

  // How a seal is opened does not hang on the queue: that is asked once.
  if (startQueue !== undefined) {
    it('is in no key or value of the queue on Redis, nor in a byte that it wrote down', async () => {
      const { client, home } = startedRedis();
      const held = await readRedis(client);
      expect(held.toString()).toContain('bull:river:');
      expect(findNeedles(held, sought)).toEqual([]);
      // Its log keeps what was done and removed, too.
      expect(findNeedlesIn(home, [['queue', Buffer.from('bull:river:')]])).not.toEqual([]);
      expect(findNeedlesIn(home, sought)).toEqual([]);
      // A job that names a price is found, and in the log when it is long gone.
      const leaked = needlesOf([price]);
      await client.hset('bull:river:leak', 'data', JSON.stringify(bidOf(price, { more: ' '.repeat(500) })));
      expect(findNeedles(await readRedis(client), leaked)).not.toEqual([]);
      await client.del('bull:river:leak');
      expect(findNeedles(await readRedis(client), leaked)).toEqual([]);
      expect(findNeedlesIn(home, leaked)).not.toEqual([]);
    });
    return;
  }

  it('cannot be unsealed from all that the servers know, where a committee holds the key', async () => {
    const { database } = river;
    const known = [
      await dumpOf(database),
      readFileSync(server.keyFile, 'utf8'),
      JSON.stringify(process.env),
      database.adminUrl,
      river.written.join('\n'),
    ].join('\n');
    expect(findNeedles(known, sought)).toEqual([]);
    for (const { publicKey, privateKey } of committee.keys) {
      expect(await keysThatOpen(known, publicKey)).toEqual([]);
      // Every word is tried as a key, which takes seconds: the planted one stands among few.
      const planted = `${known.slice(-5_000)}\n${Buffer.from(privateKey).toString('base64url')}`;
      expect(await keysThatOpen(planted, publicKey)).not.toEqual([]);
    }
  });

  it('is seen once the bids are opened, by whom they are for', async () => {
    for (const id of [lotId, committee.lotId]) await passDeadline(river.database.owner, id);
    for (const key of committee.keys) await openDealtKey([holders[0], holders[1]], key);
    const opened = (id: string): Promise<{ sealedText: string }[]> =>
      until('the bids are opened', async () => {
        const { data } = (await people.observer.get(`lots/${id}/bids`)).body as {
          data: { sealedText: string }[];
        };
        return data.length > 0 ? data : undefined;
      });
    const data = [...(await opened(lotId)), ...(await opened(committee.lotId))];
    expect(data).toHaveLength(2);
    for (const [place, value] of [revised, heldRevised].entries())
      expect(findCanaries(data[place]?.sealedText ?? '', [value])).not.toEqual([]);
    // What was revised or taken back stays shut for ever: of the system's key, the answers show it to nobody.
    const said = textOf(
      await readEverything(
        river,
        [people.observer, people.first].map(({ token }) => ({ name: 'opened', token })),
        ids,
      ),
    );
    expect(findCanaries(said, [price, gone, refused, held])).toEqual([]);
    for (const value of [revised, heldRevised, charge, heldCharge])
      expect(findCanaries(said, [value])).not.toEqual([]);
    // So do the tables and the disk, and there the key that was joined.
    const tables = await readTables(river.database.adminUrl);
    const opens = committee.keys[0].privateKey.subarray(-32);
    const needles = [...needlesOf([revised, heldRevised]), ...needlesOfSecret("the lot's key", opens)];
    const onDisk = findNeedlesIn(server.dataDir, needles).join('\n');
    for (const name of [String(revised), String(heldRevised), "the lot's key"]) {
      expect(findNeedles(tables, needles).join('\n')).toContain(name);
      expect(onDisk).toContain(name);
    }
    expect(await keysThatOpen(await dumpOf(river.database), committee.keys[1].publicKey)).not.toEqual([]);
  });
};

describe('a price that was bid and is not opened, the queue in PostgreSQL', () => {
  hidesPrices();
});

describe('a price in a table, in whatever spelling', () => {
  it('is found by this search wherever it leaks', async () => {
    const values = [...drawPrices(4), drawCanary(310_000_000_000, 990_000_000_000)];
    const database = await server.fill();
    const leaked = await plantLeaks(database.adminUrl, values);
    const tables = await readTables(database.adminUrl);
    const onDisk = findNeedlesIn(server.dataDir, leaked.flat()).join('\n');
    for (const needles of leaked) {
      expect(findNeedles(tables, needles)).not.toEqual([]);
      expect(needles.filter(([name]) => onDisk.includes(`: ${name}`))).not.toEqual([]);
    }
    await database.close();
    for (const value of values)
      expect(findCanaries(JSON.stringify({ msg: 'bid', terms: bidOf(value) }), [value])).not.toEqual([]);
  });
});

describeWhere('redis-server', 'a price that was bid and is not opened, the queue in Redis', () => {
  hidesPrices(startRedis);
});
