import { anOpenPool, koperasiLogins, soon, type GivenPool } from '../support/given.js';
import { playPaid } from '../support/play-deposit.js';
import { anonymous, signIn, startRiver, until, type Person, type River } from '../support/river.js';

interface Stand {
  koperasiId: string;
  requiredRp: number;
  missingRp: number;
  heldRp: number;
  carriedInRp: number;
  backRp: number;
  returnedRp: number;
  openDueId: string | null;
  returnDueAt: string | null;
}

const RICE = 'BERAS-MEDIUM/XSA50';

describe('deposits', () => {
  let river: River;
  let organiser: Person;
  let treasurer: Person;
  let koperasi: Person[];
  beforeAll(async () => {
    river = await startRiver({ workers: 2 });
    organiser = await signIn(river, 'organiser-officer');
    treasurer = await signIn(river, 'organiser-treasurer');
    koperasi = [];
    for (const login of await koperasiLogins(river, 4)) koperasi.push(await signIn(river, login));
  });
  afterAll(() => river.stop());

  const order = (person: Person, { poolId, itemIds }: GivenPool, quantityPacks: number) =>
    person.post(`pools/${poolId}/commitments`, {
      koperasiId: person.partyId,
      lines: [{ itemId: itemIds[0], neededBy: '2099-06-01', quantityPacks }],
    });
  const standsOf = async (person: Person, { poolId }: GivenPool): Promise<Stand[]> =>
    ((await person.get(`pools/${poolId}/deposits`)).body as { data: Stand[] }).data;
  const standWhere = (person: Person, pool: GivenPool, isSo: (stand: Stand) => boolean): Promise<Stand> =>
    until('the deposit stands so', async () => (await standsOf(person, pool)).find(isSo));
  const pay = async (person: Person, pool: GivenPool, paidAt?: Date): Promise<void> => {
    const { openDueId } = await standWhere(person, pool, ({ missingRp }) => missingRp > 0);
    await playPaid(river.database.workerDb, openDueId ?? '', paidAt === undefined ? {} : { paidAt });
  };
  const stateOf = async ({ poolId }: GivenPool): Promise<string> =>
    ((await anonymous(river).get(`pools/${poolId}`)).body as { state: string }).state;
  const reaches = (pool: GivenPool, state: string) =>
    until(`the pool is ${state}`, async () => ((await stateOf(pool)) === state ? true : undefined));
  const told = async (person: Person): Promise<string[]> => {
    const { data } = (await person.get(`parties/${person.partyId}/happenings`)).body as {
      data: { kind: string }[];
    };
    return data.map(({ kind }) => kind);
  };

  let first: GivenPool;

  it('are declared before a pool opens and asked for by what is ordered', async () => {
    first = await anOpenPool(organiser, {
      packs: [RICE],
      biddingPeriodS: 1,
      deposit: { rateBps: 1_000, returnDays: 5, graceS: 3_600 },
    });
    expect((await anonymous(river).get(`pools/${first.poolId}`)).body).toMatchObject({
      deposit: { rateBps: 1_000, forfeit: 'none', returnDays: 5, graceS: 3_600 },
      dueBy: 'bid',
    });
    const refused = await organiser.post('pools', {
      organiserId: organiser.partyId,
      title: 'Putaran jual',
      regionCode: '35.71',
      side: 'sell',
      closesAt: soon(3_600_000),
      biddingPeriodS: 60,
      neededFrom: '2026-12-01',
      neededUntil: '2099-12-31',
      items: [{ packCode: RICE, floorRpPerUnit: 9_000, floorSource: 'uji' }],
      deposit: { rateBps: 1 },
    });
    expect((refused.body as { code: string }).code).toBe('DEPOSIT_WHEN_SELLING');
    for (const [place, packs] of [20, 10, 5].entries()) {
      const person = koperasi[place]!;
      const placed = (await order(person, first, packs)).body as {
        data: { worstLandedRp: number }[];
      };
      const worstRp = packs * 50 * (placed.data[0]?.worstLandedRp ?? 0);
      const asked = await standWhere(person, first, ({ missingRp }) => missingRp > 0);
      expect(asked).toMatchObject({ requiredRp: Math.ceil(worstRp / 10), heldRp: 0 });
      expect(await standsOf(person, first)).toHaveLength(1);
      expect(await told(person)).toContain('deposit-asked');
    }
    expect(await standsOf(organiser, first)).toHaveLength(3);
    expect((await koperasi[3]!.get(`pools/${first.poolId}/deposits`)).body).toMatchObject({ data: [] });
  });

  it('bind who paid before the close, also when that is heard of later, and nobody else', async () => {
    const [inTime, heardLate, tooLate] = koperasi as [Person, Person, Person];
    await pay(inTime, first);
    const before = new Date();
    expect((await organiser.post(`pools/${first.poolId}/close`, { reason: 'truk menunggu' })).status).toBe(
      204,
    );
    // It takes no more orders, and waits for news of two payments.
    expect(((await order(koperasi[3]!, first, 1)).body as { code: string }).code).toBe('POOL_ALREADY_CLOSED');
    expect(await stateOf(first)).toBe('open');
    await pay(heardLate, first, before);
    await pay(tooLate, first, new Date(Date.now() + 1_000));
    await until('the lines are judged', async () => {
      const { data } = (await organiser.get(`pools/${first.poolId}/refused-lines`)).body as {
        data: { koperasiId: string; refusal: string }[];
      };
      return data.length === 1 && data[0]?.refusal === 'DEPOSIT_NOT_HELD' ? data : undefined;
    });
    const back = await standWhere(tooLate, first, ({ backRp }) => backRp > 0);
    expect(back).toMatchObject({ requiredRp: 0, heldRp: 0, returnedRp: 0 });
    expect(Date.parse(back.returnDueAt ?? '')).toBeGreaterThan(Date.now() + 4 * 86_400_000);
    expect(await told(tooLate)).toEqual(expect.arrayContaining(['deposit-not-held', 'deposit-goes-back']));
  });

  it('go back when nobody offers, to the registered account or, by consent only, to the next pool', async () => {
    const [carries, takesBack] = koperasi as [Person, Person];
    await reaches(first, 'settled');
    const [mine, theirs] = await Promise.all(
      [carries, takesBack].map((person) => standWhere(person, first, ({ backRp }) => backRp > 0)),
    );
    expect([mine?.heldRp, theirs?.heldRp]).toEqual([0, 0]);
    const next = await anOpenPool(organiser, { packs: [RICE], deposit: { rateBps: 1_000, graceS: 0 } });
    await order(carries, next, 10);
    const asked = await standWhere(carries, next, ({ missingRp }) => missingRp > 0);
    const carry = (person: Person) =>
      person.post(`pools/${first.poolId}/deposits/carry`, {
        koperasiId: carries.partyId,
        toPoolId: next.poolId,
      });
    expect((await carry(organiser)).status).toBe(403);
    expect((await carry(takesBack)).status).toBe(403);
    expect((await carry(carries)).status).toBe(201);
    const carried = await standWhere(carries, next, ({ carriedInRp }) => carriedInRp > 0);
    expect(carried).toMatchObject({ carriedInRp: asked.missingRp, heldRp: asked.requiredRp, missingRp: 0 });
    expect((await standsOf(carries, first))[0]?.backRp).toBe((mine?.backRp ?? 0) - asked.missingRp);
    const due = await river.database.db.first<{ id: string }>(
      `SELECT id FROM due WHERE kind = 'deposit-return' AND payee_id = $1 AND state = 'open'`,
      [takesBack.partyId],
    );
    await playPaid(river.database.workerDb, due?.id ?? '');
    expect((await standsOf(takesBack, first))[0]?.returnedRp).toBe(theirs?.backRp);
    await organiser.post(`pools/${next.poolId}/close`, { reason: 'cukup' });
    await until('the lot is formed', async () => {
      const { data } = (await organiser.get(`pools/${next.poolId}/lots`)).body as { data: unknown[] };
      return data.length === 1 ? true : undefined;
    });
  });

  it('and limits: what goes beyond one is refused, with what would fit', async () => {
    const [limited, free] = [koperasi[3]!, koperasi[1]!];
    const pool = await anOpenPool(organiser, { packs: [RICE] });
    const sackRp =
      50 *
      ((await order(free, pool, 1)).body as { data: { worstLandedRp: number }[] }).data[0]!.worstLandedRp;
    const path = `parties/${organiser.partyId}/exposure-limits`;
    const limit = { koperasiId: limited.partyId, limitRp: 7 * sackRp + 1 };
    expect((await free.post(path, limit)).status).toBe(403);
    expect((await treasurer.post(path, limit)).status).toBe(201);
    const refused = (await order(limited, pool, 8)).body as { code: string; errors: object[] };
    expect(refused.code).toBe('EXPOSURE_ABOVE_LIMIT');
    expect(JSON.stringify(refused)).toContain('7 packs would fit');
    expect((await order(limited, pool, 7)).status).toBe(201);
    const seen = await limited.get(`parties/${organiser.partyId}/exposures/${limited.partyId}`);
    expect(seen.body).toEqual({
      limitRp: limit.limitRp,
      unpaidRp: 0,
      committedRp: 7 * sackRp,
      leftRp: 1,
    });
    expect((await free.get(`parties/${organiser.partyId}/exposures/${limited.partyId}`)).status).toBe(403);
    const pair = {
      ...{ organiserId: organiser.partyId, koperasiId: limited.partyId },
      ...{ limitRp: limit.limitRp, committedRp: 7 * sackRp, leftRp: 1 },
    };
    for (const person of [limited, organiser]) {
      const { data } = (await person.get(`parties/${person.partyId}/exposures`)).body as { data: object[] };
      expect(data).toContainEqual(expect.objectContaining(pair));
    }
    expect((await free.get(`parties/${limited.partyId}/exposures`)).status).toBe(403);
    expect((await treasurer.post(path, { ...limit, limitRp: 0 })).status).toBe(201);
    const stopped = await limited.get(`parties/${organiser.partyId}/exposures/${limited.partyId}`);
    expect(stopped.body).toMatchObject({ limitRp: 0, leftRp: 0 });
    const own = (await koperasi[0]!.get(`parties/${koperasi[0]!.partyId}/deposits`)).body as {
      data: { koperasiId: string; poolTitle: string }[];
    };
    expect(own.data.length).toBeGreaterThan(0);
    expect(new Set(own.data.map(({ koperasiId }) => koperasiId))).toEqual(new Set([koperasi[0]!.partyId]));
    expect((await free.get(`parties/${limited.partyId}/deposits`)).status).toBe(403);
    expect((await order(koperasi[0]!, pool, 800)).status).toBe(201);
  });

  it('and terms: granted by who collects, seen by both, with ages and a score that are nobody else’s', async () => {
    const [buyer, other] = koperasi as [Person, Person];
    const grant = { buyerId: buyer.partyId, days: 14, limitRp: 5_000_000 };
    expect((await treasurer.post(`parties/${organiser.partyId}/credit-terms`, grant)).status).toBe(201);
    const seen = (await buyer.get(`parties/${buyer.partyId}/credit-terms`)).body as { data: object[] };
    expect(seen.data).toMatchObject([{ days: 14, limitRp: 5_000_000, isInForce: true }]);
    const ages = await organiser.get(`parties/${organiser.partyId}/ageing?side=payable`);
    type Ageing = { total: { current: number }; data: { partyId: string }[]; nextCursor: string | null };
    const whole = ages.body as Ageing;
    expect(whole.total.current).toBeGreaterThan(0);
    const paged: Ageing['data'] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const query = `side=payable&limit=1${cursor === '' ? '' : `&cursor=${cursor}`}`;
      const page = (await organiser.get(`parties/${organiser.partyId}/ageing?${query}`)).body as Ageing;
      expect([page.data.length, page.total]).toEqual([1, whole.total]);
      paged.push(...page.data);
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(whole.data);
    expect((await organiser.get(`parties/${organiser.partyId}/ageing/file?side=payable`)).status).toBe(200);
    expect((await other.get(`parties/${buyer.partyId}/ageing?side=payable`)).status).toBe(403);
    // Of what it was to pay to others nobody learns anything.
    for (const who of [other, organiser])
      expect((await who.get(`parties/${buyer.partyId}/payment-score`)).body).toEqual({
        counted: 0,
        onTime: 0,
        shareBps: null,
      });
  });
});
