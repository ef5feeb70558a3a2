import { koperasiLogins, soon } from '../support/given.js';
import { codeOf } from '../support/read-answers.js';
import { signIn, startRiver, type Person, type River } from '../support/river.js';

/** What an organiser does before a pool runs: mending its draft, and reaching those who have not ordered. */
describe('the desk of an organiser', () => {
  let river: River;
  let officer: Person;
  let other: Person;
  let koperasi: Person;

  beforeAll(async () => {
    river = await startRiver({ workers: 0 });
    const [login = ''] = await koperasiLogins(river, 1);
    [officer, koperasi, other] = await Promise.all([
      signIn(river, 'organiser-officer'),
      signIn(river, login),
      signIn(river, 'supplier-1'),
    ]);
  });
  afterAll(() => river.stop());

  const draft = async (extendByS?: number): Promise<string> => {
    const created = await officer.post('pools', {
      organiserId: officer.partyId,
      title: 'Rancangan',
      regionCode: '35.71',
      closesAt: soon(3_600_000),
      biddingPeriodS: 3600,
      neededFrom: '2099-12-01',
      neededUntil: '2099-12-31',
      items: [{ packCode: 'GULA/XSA50' }],
      ...(extendByS === undefined
        ? {}
        : {
            rescue: { extendByS, otherwise: 'go-on', items: [{ packCode: 'GULA/XSA50', minimumPacks: 1 }] },
          }),
    });
    return (created.body as { id: string }).id;
  };
  const shown = async (poolId: string) =>
    (await officer.get(`pools/${poolId}`)).body as { title: string; version: number; neededUntil: string };
  it('mends the name and the times of a draft, by the version that was seen', async () => {
    const poolId = await draft();
    const { version } = await shown(poolId);
    const closesAt = soon(7_200_000);
    const revised = await officer.patch(`pools/${poolId}`, version, { title: 'Minggu 50', closesAt });
    expect([revised.status, revised.body]).toEqual([200, { version: version + 1 }]);
    expect(await shown(poolId)).toMatchObject({ title: 'Minggu 50', closesAt, version: version + 1 });
    const late = await officer.patch(`pools/${poolId}`, version, { title: 'Minggu 51' });
    expect([late.status, codeOf(late)]).toEqual([412, 'VERSION_CHANGED']);
    expect((await officer.post(`pools/${poolId}/open`)).status).toBe(204);
    const open = await officer.patch(`pools/${poolId}`, version + 2, { title: 'Minggu 52' });
    expect([open.status, codeOf(open)]).toEqual([409, 'POOL_ALREADY_OPEN']);
    expect((await shown(poolId)).title).toBe('Minggu 50');
  });

  it('lets no draft say what a new one could not, extended as it declared', async () => {
    const poolId = await draft(86_400);
    const { version } = await shown(poolId);
    const refusal = async (change: object): Promise<string> =>
      codeOf(await officer.patch(`pools/${poolId}`, version, change));
    expect(await refusal({ closesAt: soon(-1_000) })).toBe('CLOSING_TIME_PAST');
    expect(await refusal({ neededFrom: '2100-01-01' })).toBe('NEED_DATES_REVERSED');
    const today = new Date(Date.parse(soon(3_600_000)) + 7 * 3_600_000).toISOString().slice(0, 10);
    expect(await refusal({ neededFrom: '2026-11-01', neededUntil: today })).toBe('NEED_ENDS_BEFORE_CLOSING');
    expect(await shown(poolId)).toMatchObject({ neededUntil: '2099-12-31', version });
  });

  it('declares a draft anew, whole, and knows whom it names', async () => {
    const poolId = await draft(86_400);
    const chair = await signIn(river, 'organiser-chair');
    const whole = {
      ...{ title: 'Minggu 51', regionCode: '35.71', closesAt: soon(7_200_000), biddingPeriodS: 7200 },
      ...{ neededFrom: '2099-12-02', neededUntil: '2099-12-20', deposit: { rateBps: 500 } },
      items: [{ packCode: 'BERAS-MEDIUM/XSA50' }, { packCode: 'GULA/XSA50' }],
      steps: { approval: { holderId: chair.personId } },
    };
    const { version } = await shown(poolId);
    const path = `pools/${poolId}/declaration`;
    const unseen = await officer.put(path, whole);
    expect([unseen.status, codeOf(unseen)]).toEqual([428, 'VERSION_REQUIRED']);
    const changed = await officer.put(path, whole, version);
    expect([changed.status, changed.body]).toEqual([200, { version: version + 1 }]);
    expect(await shown(poolId)).toMatchObject({
      ...{ title: 'Minggu 51', rescue: null, deposit: { rateBps: 500 }, biddingPeriodS: 7200 },
      items: [{ packCode: 'BERAS-MEDIUM/XSA50' }, { packCode: 'GULA/XSA50' }],
    });
    expect((await officer.get(`pools/${poolId}/named-people`)).body).toMatchObject({
      approval: { holderId: chair.personId, deputyId: null },
      sealHolderIds: [],
    });
    const late = await officer.put(path, whole, version);
    expect([late.status, codeOf(late)]).toEqual([412, 'VERSION_CHANGED']);
    for (const stranger of [koperasi, other]) {
      expect((await stranger.put(path, whole, version + 1)).status).toBe(403);
      expect((await stranger.get(`pools/${poolId}/named-people`)).status).toBe(403);
    }
    expect((await officer.post(`pools/${poolId}/open`)).status).toBe(204);
    const open = await officer.put(path, whole, version + 2);
    expect([open.status, codeOf(open)]).toEqual([409, 'POOL_ALREADY_OPEN']);
  });

  it('discards a draft for a reason: it is in no list, and never opens', async () => {
    const poolId = await draft();
    const reason = { reason: 'Minggu ini libur.' };
    expect((await other.post(`pools/${poolId}/discard`, reason)).status).toBe(403);
    expect((await officer.post(`pools/${poolId}/discard`, reason)).status).toBe(204);
    expect(await shown(poolId)).toMatchObject({ state: 'draft', discardReason: reason.reason, items: [] });
    const { data } = (await officer.get('pools?limit=200')).body as { data: { id: string }[] };
    expect(data.map(({ id }) => id)).not.toContain(poolId);
    expect((await koperasi.get(`pools/${poolId}`)).status).toBe(404);
    for (const what of ['open', 'discard']) {
      const again = await officer.post(`pools/${poolId}/${what}`, what === 'open' ? undefined : reason);
      expect([again.status, codeOf(again)]).toEqual([409, 'DRAFT_DISCARDED']);
    }
    const patched = await officer.patch(`pools/${poolId}`, 2, { title: 'Lagi' });
    expect([patched.status, codeOf(patched)]).toEqual([409, 'DRAFT_DISCARDED']);
  });

  it('is its organiser’s alone', async () => {
    const poolId = await draft();
    for (const stranger of [koperasi, other])
      expect((await stranger.patch(`pools/${poolId}`, 1, { title: 'Bukan milik kami' })).status).toBe(403);
    expect((await shown(poolId)).title).toBe('Rancangan');
  });

  it('calls a koperasi on the number that it gave for that, until it takes it back', async () => {
    const poolId = await draft();
    const phones = async (): Promise<unknown> => (await officer.get(`pools/${poolId}/phones`)).body;
    expect(await phones()).toEqual({ data: [] });
    const own = `parties/${koperasi.partyId}/phone`;
    const unreadable = await koperasi.put(own, { phone: 'nanti' });
    expect([unreadable.status, codeOf(unreadable)]).toEqual([422, 'PHONE_UNREADABLE']);
    const kept = await koperasi.put(own, { phone: '0812-3456-7890' });
    expect([kept.status, kept.body]).toEqual([200, { phone: '+6281234567890', version: 1 }]);
    expect(await phones()).toEqual({ data: [{ partyId: koperasi.partyId, phone: '+6281234567890' }] });
    for (const stranger of [other, officer]) expect((await stranger.get(own)).status).toBe(403);
    for (const stranger of [other, koperasi])
      expect((await stranger.get(`pools/${poolId}/phones`)).status).toBe(403);
    expect((await koperasi.put(own, { phone: null })).status).toBe(428);
    expect((await koperasi.put(own, { phone: null }, 1)).body).toEqual({ phone: null, version: 2 });
    expect(await phones()).toEqual({ data: [] });
  });
});
