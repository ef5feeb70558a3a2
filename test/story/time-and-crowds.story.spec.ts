import { anOpenPool, koperasiLogins, soon } from '../support/given.js';
import { end, signIn, startRiver, until, type Person, type River } from '../support/river.js';

interface Line {
  id: string;
  quantityPacks: number;
  version: number;
}

describe('time and crowds', () => {
  let river: River;
  let organiser: Person;
  let koperasi: Person;
  beforeAll(async () => {
    river = await startRiver();
    organiser = await signIn(river, 'organiser-officer');
    koperasi = await signIn(river, (await koperasiLogins(river, 1))[0] ?? '');
  });
  afterAll(() => river.stop());

  const commit = (poolId: string, itemId: string | undefined, neededBy = '2026-12-01', quantityPacks = 20) =>
    koperasi.post(`pools/${poolId}/commitments`, {
      koperasiId: koperasi.partyId,
      lines: [{ itemId, neededBy, quantityPacks }],
    });
  const stateOf = async (poolId: string): Promise<string> =>
    ((await organiser.get(`pools/${poolId}`)).body as { state: string }).state;

  it('closes a pool at its time, forms its lot once and refuses the late', async () => {
    const { poolId, itemIds } = await anOpenPool(organiser, { closesAt: soon(1_500) });
    expect((await commit(poolId, itemIds[0])).status).toBe(201);
    await until('the pool is closed', async () => ((await stateOf(poolId)) === 'open' ? undefined : true));
    expect((await commit(poolId, itemIds[1])).body).toMatchObject({ code: 'POOL_ALREADY_CLOSED' });
    // A phone that got no answer sends again after the close: its lines are in.
    expect((await commit(poolId, itemIds[0])).status).toBe(201);
    const lots = await until('the lot is formed', async () => {
      const { data } = (await organiser.get(`pools/${poolId}/lots`)).body as {
        data: { quantityPacks: number }[];
      };
      return data.length > 0 ? data : undefined;
    });
    expect(lots.map((lot) => lot.quantityPacks)).toEqual([20]);
  });

  it('fails a lot without bids by its reason, and the pool still comes to its end', async () => {
    const { poolId, itemIds } = await anOpenPool(organiser, { biddingPeriodS: 1 });
    await commit(poolId, itemIds[0]);
    await organiser.post(`pools/${poolId}/close`, { reason: 'uji' });
    await until('the pool is settled', async () =>
      (await stateOf(poolId)) === 'settled' ? true : undefined,
    );
    const { data } = (await organiser.get(`pools/${poolId}/lots`)).body as {
      data: { state: string; failedReason: string }[];
    };
    expect(data).toEqual([expect.objectContaining({ state: 'failed', failedReason: 'NO_BIDS' })]);
  });

  it('lets of ten officers amending at once exactly one through, and loses none of its history', async () => {
    const { poolId, itemIds } = await anOpenPool(organiser);
    const [line] = ((await commit(poolId, itemIds[0])).body as { data: Line[] }).data;
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) =>
        koperasi.patch(`pools/${poolId}/commitments/${line?.id}`, 1, { quantityPacks: 30 + index }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(9).fill(412)]);
    const history = (await koperasi.get(`pools/${poolId}/commitments/${line?.id}/history`)).body as {
      data: { version: number; action: string }[];
    };
    expect(history.data.map(({ version, action }) => `${version} ${action}`)).toEqual([
      '1 placed',
      '2 amended',
    ]);
    expect(
      (await koperasi.patch(`pools/${poolId}/commitments/${line?.id}`, 2, { quantityPacks: 50 })).body,
    ).toEqual({ version: 3 });
  });

  it('takes the same commitment sent many times at once as one, and another one under its key as none', async () => {
    const { poolId, itemIds } = await anOpenPool(organiser);
    const answers = await Promise.all(Array.from({ length: 8 }, () => commit(poolId, itemIds[0])));
    expect(answers.map(({ status }) => status)).toEqual(Array<number>(8).fill(201));
    expect(new Set(answers.map(({ body }) => (body as { data: Line[] }).data[0]?.id)).size).toBe(1);
    expect((await commit(poolId, itemIds[0], '2026-12-01', 99)).body).toMatchObject({
      code: 'COMMITMENT_EXISTS',
    });
    expect(
      ((await koperasi.get(`pools/${poolId}/commitments`)).body as { data: Line[] }).data.map(
        (line) => line.quantityPacks,
      ),
    ).toEqual([20]);
  });

  it('lets no commitment slip in beside a close, whoever comes first', async () => {
    const { poolId, itemIds } = await anOpenPool(organiser);
    const days = Array.from({ length: 28 }, (_, day) => `2026-12-${String(day + 1).padStart(2, '0')}`);
    const [closed, ...placed] = await Promise.all([
      organiser.post(`pools/${poolId}/close`, { reason: 'bersamaan' }),
      ...days.map((day) => commit(poolId, itemIds[0], day)),
    ]);
    expect(closed.status).toBe(204);
    const taken = placed.filter(({ status }) => status === 201).length;
    expect(
      placed.every(
        ({ status, body }) => status === 201 || (body as { code: string }).code === 'POOL_ALREADY_CLOSED',
      ),
    ).toBe(true);
    await until('its lines are judged', async () => {
      const { rows } = await river.database.owner.query<{ count: string }>(
        'SELECT count(*) FROM lot_membership JOIN commitment_line ON id = line_id WHERE pool_id = $1',
        [poolId],
      );
      return Number(rows[0]?.count) === taken ? true : undefined;
    });
    const { rows } = await river.database.owner.query<{ late: string }>(
      `SELECT count(*) AS late FROM commitment_line JOIN pool ON pool.id = pool_id WHERE pool_id = $1 AND made_at > closed_at`,
      [poolId],
    );
    expect(Number(rows[0]?.late)).toBe(0);
  });

  it('survives kill -9 of its worker and a queue wiped clean: every event has its effect exactly once', async () => {
    const { poolId, itemIds } = await anOpenPool(organiser, { biddingPeriodS: 1 });
    await commit(poolId, itemIds[0]);
    const victim = await river.addWorker();
    await organiser.post(`pools/${poolId}/close`, { reason: 'uji' });
    await end(victim, 'SIGKILL');
    await river.database.owner.query('TRUNCATE bullmq.jobs CASCADE').catch(async () => {
      const { rows } = await river.database.owner.query<{ name: string }>(
        `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'bullmq' AND tablename LIKE 'job%'`,
      );
      for (const { name } of rows) await river.database.owner.query(`DELETE FROM bullmq.${name}`);
    });
    await until('the pool is settled all the same', async () =>
      (await stateOf(poolId)) === 'settled' ? true : undefined,
    );
    const observer = await signIn(river, 'observer');
    expect((await observer.get('invariants')).body).toMatchObject({ broken: [] });
    const { rows } = await river.database.owner.query<{ count: string }>(
      `SELECT count(*) FROM lot WHERE pool_id = $1`,
      [poolId],
    );
    expect(Number(rows[0]?.count)).toBe(1);
  });
});
