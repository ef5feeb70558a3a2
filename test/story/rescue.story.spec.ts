import { anOpenPool, koperasiLogins, soon } from '../support/given.js';
import { anonymous, signIn, startRiver, until, type Person, type River } from '../support/river.js';

interface Told {
  kind: string;
  subjectId: string;
  textId: string;
  textEn: string;
}

const RICE = 'BERAS-MEDIUM/XSA50';

describe('when a minimum is missed', () => {
  let river: River;
  let organiser: Person;
  let willing: Person;
  let unwilling: Person;
  beforeAll(async () => {
    river = await startRiver({ workers: 2 });
    organiser = await signIn(river, 'organiser-officer');
    const [first = '', second = ''] = await koperasiLogins(river, 2);
    willing = await signIn(river, first);
    unwilling = await signIn(river, second);
  });
  afterAll(() => river.stop());

  const commit = async (person: Person, poolId: string, itemId: string | undefined, change: object = {}) => {
    const answer = await person.post(`pools/${poolId}/commitments`, {
      koperasiId: person.partyId,
      lines: [{ itemId, neededBy: '2099-06-01', quantityPacks: 20, ...change }],
    });
    if (answer.status !== 201) throw new Error(answer.text);
    return (answer.body as { data: { id: string }[] }).data[0]?.id ?? '';
  };
  const stateOf = async (poolId: string): Promise<string> =>
    ((await anonymous(river).get(`pools/${poolId}`)).body as { state: string }).state;
  const reaches = (poolId: string, state: string) =>
    until(`the pool is ${state}`, async () => ((await stateOf(poolId)) === state ? true : undefined));
  const toldTo = async (person: Person, poolId: string): Promise<Told[]> => {
    const { data } = (await person.get(`parties/${person.partyId}/happenings`)).body as { data: Told[] };
    return data.filter(({ subjectId }) => subjectId === poolId);
  };
  const refusedOf = async (person: Person, poolId: string) =>
    (
      (await person.get(`pools/${poolId}/refused-lines`)).body as {
        data: { lineId: string; refusal: string; movedToLineId: string | null }[];
      }
    ).data;

  it('is extended once as declared, and reaches it in the time it was given', async () => {
    const { poolId, itemIds } = await anOpenPool(organiser, {
      closesAt: soon(1_500),
      rescue: { extendByS: 3600, otherwise: 'cancel', items: [{ packCode: RICE, minimumPacks: 30 }] },
    });
    await commit(willing, poolId, itemIds[0]);
    const extended = await until('the pool is extended', async () => {
      const pool = (await anonymous(river).get(`pools/${poolId}`)).body as {
        state: string;
        rescue: { extendedAt: string | null; wasToCloseAt: string | null };
      };
      return pool.rescue.extendedAt === null ? undefined : pool;
    });
    expect(extended.state).toBe('open');
    const [told] = await toldTo(willing, poolId);
    expect(told).toMatchObject({ kind: 'pool-extended' });
    expect(told?.textId).toContain('baru terkumpul 20 kemasan dari target 30');
    expect(told?.textEn).toContain('has 20 packs committed of the 30 needed');

    await commit(unwilling, poolId, itemIds[0]);
    await organiser.post(`pools/${poolId}/close`, { reason: 'target tercapai' });
    const lots = await until('the lot is formed', async () => {
      const { data } = (await organiser.get(`pools/${poolId}/lots`)).body as {
        data: { quantityPacks: number }[];
      };
      return data.length > 0 ? data : undefined;
    });
    expect(lots.map((lot) => lot.quantityPacks)).toEqual([40]);
  });

  it('merges: who agreed finds its packs in the other pool, who did not is released, and both are told', async () => {
    const target = await anOpenPool(organiser, { packs: [RICE], rescue: { acceptsMerged: true } });
    const pool = await anOpenPool(organiser, {
      closesAt: soon(2_500),
      packs: [RICE],
      rescue: { otherwise: 'merge', items: [{ packCode: RICE, minimumPacks: 100 }] },
    });
    const moved = await commit(willing, pool.poolId, pool.itemIds[0], { acceptsMerge: true });
    const stays = await commit(unwilling, pool.poolId, pool.itemIds[0]);
    await reaches(pool.poolId, 'cancelled');
    const there = (await willing.get(`pools/${target.poolId}/commitments`)).body as {
      data: { id: string; quantityPacks: number; version: number }[];
    };
    expect(there.data).toMatchObject([{ quantityPacks: 20, version: 1 }]);
    await until('every line has its end', async () =>
      (await refusedOf(organiser, pool.poolId)).length === 2 ? true : undefined,
    );
    expect(await refusedOf(willing, pool.poolId)).toMatchObject([
      { lineId: moved, refusal: 'RESCUE_MERGED', movedToLineId: there.data[0]?.id },
    ]);
    expect(await refusedOf(unwilling, pool.poolId)).toMatchObject([
      { lineId: stays, refusal: 'RESCUE_NOT_CONSENTED', movedToLineId: null },
    ]);
    expect((await toldTo(willing, target.poolId)).map(({ kind }) => kind)).toEqual(['line-moved']);
    const released = (await toldTo(unwilling, pool.poolId)).find(({ kind }) => kind === 'line-released');
    expect(released?.textEn).toContain('20 packs for 1 Jun 2099 is released: this commitment did not agree');
    // What moved is the koperasi's own there: it may take it back while that pool is open.
    expect((await willing.delete(`pools/${target.poolId}/commitments/${there.data[0]?.id}`, 1)).status).toBe(
      200,
    );
  });

  it('cancels, closed by hand too, and shows the public what was declared and what came of it', async () => {
    const { poolId, itemIds } = await anOpenPool(organiser, {
      rescue: { extendByS: 60, otherwise: 'cancel', items: [{ packCode: RICE, minimumPacks: 30 }] },
    });
    await commit(willing, poolId, itemIds[0]);
    await organiser.post(`pools/${poolId}/close`, { reason: 'panen gagal' });
    expect((await anonymous(river).get(`pools/${poolId}`)).body).toMatchObject({
      state: 'cancelled',
      closeReason: 'panen gagal',
      rescue: {
        extendByS: 60,
        otherwise: 'cancel',
        extendedAt: null,
        items: [{ itemId: itemIds[0], minimumPacks: 30, outcome: 'cancelled', committedPacks: 20 }],
      },
    });
    await until('its line is refused', async () =>
      (await refusedOf(willing, poolId)).some(({ refusal }) => refusal === 'RESCUE_CANCELLED')
        ? true
        : undefined,
    );
    expect((await toldTo(willing, poolId)).map(({ kind }) => kind).sort()).toEqual([
      'item-cancelled',
      'pool-cancelled',
    ]);
  });

  it('shows what happened to a party to its own people and to observers only', async () => {
    const path = `parties/${willing.partyId}/happenings`;
    expect((await unwilling.get(path)).status).toBe(403);
    expect((await organiser.get(path)).status).toBe(403);
    expect((await anonymous(river).get(path)).status).toBe(401);
    const observer = await signIn(river, 'observer');
    expect((await observer.get(path)).status).toBe(200);
  });

  it('refuses a declaration that leaves something open, and days of need that end before the close', async () => {
    const draft = (change: object) =>
      organiser.post('pools', {
        organiserId: organiser.partyId,
        title: 'Putaran uji',
        regionCode: '35.71',
        closesAt: '2090-01-01T10:00:00+07:00',
        biddingPeriodS: 60,
        neededFrom: '2090-01-01',
        neededUntil: '2090-01-02',
        items: [{ packCode: RICE }],
        ...change,
      });
    const minimum = { packCode: RICE, minimumPacks: 30 };
    const refusals: [object, string, string][] = [
      [{ rescue: { items: [minimum] } }, 'RESCUE_WITHOUT_END', 'rescue.otherwise'],
      [{ rescue: { extendByS: 60 } }, 'RESCUE_WITHOUT_MINIMUM', 'rescue.items'],
      [{ rescue: { otherwise: 'pray', items: [minimum] } }, 'INVALID_REQUEST', 'rescue.otherwise'],
      [
        { rescue: { extendByS: 172_800, otherwise: 'cancel', items: [minimum] } },
        'NEED_ENDS_BEFORE_CLOSING',
        'neededUntil',
      ],
      [{ neededFrom: '2089-12-01', neededUntil: '2089-12-31' }, 'NEED_ENDS_BEFORE_CLOSING', 'neededUntil'],
    ];
    for (const [change, code, field] of refusals) {
      const answer = await draft(change);
      expect(answer.body).toMatchObject({ code, errors: [{ field }] });
    }
    expect((await draft({})).status).toBe(201);
  });
});
