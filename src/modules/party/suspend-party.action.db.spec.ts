import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import type { PartyKind, Principal, Role } from '../../platform/auth/principal.js';
import { seed } from '../../seed/index.js';
import { PartyReader } from './party.reader.js';
import { PartyStore } from './party.store.js';
import { PublicPartyReader } from './public-party.reader.js';
import { ReinstateParty } from './reinstate-party.action.js';
import { SuspendParty } from './suspend-party.action.js';

describe('suspending a party', () => {
  let database: TestDatabase;
  let suspend: SuspendParty;
  let reinstate: ReinstateParty;
  const parties = new PartyReader();
  const publicParties = new PublicPartyReader();

  const idOf = async (code: string): Promise<string> =>
    (await database.owner.query<{ id: string }>('SELECT id FROM party WHERE code = $1', [code])).rows[0]!.id;
  const actingFor = async (code: string, kind: PartyKind, ...roles: Role[]): Promise<Principal> => ({
    personId: (await database.owner.query<{ id: string }>('SELECT id FROM person LIMIT 1')).rows[0]!.id,
    memberships: [{ partyId: await idOf(code), kind, roles }],
  });

  beforeAll(async () => {
    database = await freshDatabase();
    await seed(database.db, { regionCode: '35.71', demoPassword: 'demo-demo' });
    const store = new PartyStore();
    suspend = new SuspendParty(database.db, store, parties, publicParties);
    reinstate = new ReinstateParty(database.db, store, parties, publicParties);
  });

  afterAll(() => database.close());

  it('is done and taken back by the chair of its organiser, each time with one audit row', async () => {
    const chair = await actingFor('DEMO-35.71-FORUM', 'organiser', 'chair');
    const supplierId = await idOf('DEMO-35.71-SUP-2');
    expect(await suspend.run(chair, supplierId, 'tiga kali tidak mengirim')).toMatchObject({
      id: supplierId,
      state: 'suspended',
    });
    expect((await parties.partiesByIds(database.db, [supplierId]))[0]).toMatchObject({
      state: 'suspended',
      version: 2,
    });
    expect(await reinstate.run(chair, supplierId)).toMatchObject({ state: 'active' });
    const { rows } = await database.owner.query(
      `SELECT action, suspended_reason FROM audit_event JOIN party ON party.id::text = subject_id
       WHERE subject_id = $1 ORDER BY audit_event.id`,
      [supplierId],
    );
    expect(rows).toEqual([
      { action: 'party-suspended', suspended_reason: null },
      { action: 'party-reinstated', suspended_reason: null },
    ]);
  });

  it('happens once however many ask at once', async () => {
    const admin = await actingFor('DEMO-ADMIN', 'administrator', 'officer');
    const koperasiId = await idOf('KOP-35.71.01.1001');
    const tries = await Promise.allSettled(
      Array.from({ length: 6 }, () => suspend.run(admin, koperasiId, 'uji')),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const { rows } = await database.owner.query('SELECT FROM audit_event WHERE subject_id = $1', [
      koperasiId,
    ]);
    expect(rows).toHaveLength(1);
  });

  it('is beyond an organiser who is no chair there, and beyond everyone for a party that is not there', async () => {
    const officer = await actingFor('DEMO-35.71-FORUM', 'organiser', 'officer');
    const supplierId = await idOf('DEMO-35.71-SUP-1');
    await expect(suspend.run(officer, supplierId, 'uji')).rejects.toThrow('PARTY_OUT_OF_REACH');
    await expect(suspend.run(officer, officer.personId, 'uji')).rejects.toThrow('PARTY_NOT_FOUND');
    const looker = await actingFor('DEMO-ADMIN', 'administrator', 'viewer');
    await expect(suspend.run(looker, supplierId, 'uji')).rejects.toThrow('PARTY_OUT_OF_REACH');
  });
});

describe('the public list of parties', () => {
  let database: TestDatabase;
  const publicParties = new PublicPartyReader();

  beforeAll(async () => {
    database = await freshDatabase();
    await seed(database.db, { regionCode: '35.71' });
  });

  afterAll(() => database.close());

  it('shows public fields only', async () => {
    const { data } = await publicParties.list(database.db, { limit: 1 });
    expect(data).toEqual([
      {
        ...{ id: expect.any(String), kind: 'koperasi', code: 'KOP-35.71.01.1001', name: 'KKMP Bandar Lor' },
        ...{ state: 'active', regionCode: '35.71.01.1001', district: 'Mojoroto', capabilities: [] },
        coordinates: { latitude: -7.818659, longitude: 112.003402 },
      },
    ]);
  });

  it('is cut into pages that miss and repeat nobody', async () => {
    const codes: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await publicParties.list(database.db, {
        limit: 20,
        ...(cursor === undefined ? {} : { cursor }),
      });
      codes.push(...page.data.map(({ code }) => code));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(codes).toHaveLength(46);
    expect(new Set(codes).size).toBe(46);
  });

  it('is narrowed by kind, region and words', async () => {
    const count = async (query: { kind?: PartyKind; regionCode?: string; q?: string }): Promise<number> =>
      (await publicParties.list(database.db, { limit: 200, ...query })).data.length;
    expect(await count({ kind: 'supplier' })).toBe(0);
    expect(await count({ regionCode: '35.71' })).toBe(46);
    expect(await count({ regionCode: '35.71.01' })).toBe(14);
    expect(await count({ regionCode: '35.71.01.1001' })).toBe(1);
    expect(await count({ q: 'bandar' })).toBe(2);
    expect(await count({ q: '%' })).toBe(0);
  });

  it('finds one by id, or says that there is none', async () => {
    const [first] = (await publicParties.list(database.db, {})).data;
    expect(await publicParties.one(database.db, first!.id)).toEqual(first);
    await expect(publicParties.one(database.db, '01900000-0000-7000-8000-000000000001')).rejects.toThrow(
      'PARTY_NOT_FOUND',
    );
  });
});
