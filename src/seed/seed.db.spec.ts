import { verify } from 'argon2';
import { freshDatabase, type TestDatabase } from '../../test/support/database.js';
import { seed } from './index.js';

describe('seeding', () => {
  let database: TestDatabase;

  const count = async (sql: string): Promise<number> =>
    Number((await database.owner.query<{ count: string }>(`SELECT count(*) FROM ${sql}`)).rows[0]!.count);

  beforeAll(async () => {
    database = await freshDatabase();
  });

  afterAll(() => database.close());

  it('makes every kelurahan of Kota Bogor a koperasi, with the catalog and the demo', async () => {
    const counts = await seed(database.db, { regionCode: '32.71', demoPassword: 'demo-demo' });
    expect(counts).toEqual({
      ...{ units: 24, commodities: 24, packs: 29, priceReferences: 22, taxRates: 2, withholdingRates: 2 },
      ...{ regions: 1 + 6 + 68, koperasi: 68 },
      ...{ demoParties: 13, demoPeople: 15 + 68, demoMemberships: expect.any(Number) },
    });
    expect(await count(`party WHERE kind = 'koperasi' AND NOT is_demo AND name LIKE 'KKMP %'`)).toBe(68);
    expect(await count(`party WHERE is_demo AND name NOT ILIKE '%demo%'`)).toBe(0);
    expect(await count(`party WHERE kind = 'kitchen' AND partner_koperasi_id IS NULL`)).toBe(0);
    expect(await count(`region WHERE het_zone IS DISTINCT FROM '1'`)).toBe(0);
  });

  it('changes nothing the second time', async () => {
    const counts = await seed(database.db, { regionCode: '32.71', demoPassword: 'another' });
    expect(Object.values(counts).filter((made) => made !== 0)).toEqual([]);
  });

  it('mends what differs from the data, and leaves what a koperasi has changed', async () => {
    await database.owner.query(
      `UPDATE commodity SET name_id = 'Beras?' WHERE code = 'BERAS-MEDIUM';
       UPDATE party SET name = 'KKMP Batu Tulis Jaya' WHERE code = 'KOP-32.71.01.1001'`,
    );
    expect(await seed(database.db, { regionCode: '32.71' })).toMatchObject({ commodities: 1, koperasi: 0 });
    expect(await count(`commodity WHERE code = 'BERAS-MEDIUM' AND name_id = 'Beras medium'`)).toBe(1);
    expect(await count(`party WHERE name = 'KKMP Batu Tulis Jaya'`)).toBe(1);
  });

  it('gives every demo person the one password and a role', async () => {
    const { rows } = await database.owner.query<{
      login: string;
      password_hash: string;
      roles: (string | null)[];
    }>(
      `SELECT login, password_hash, array_agg(role ORDER BY role)::text[] AS roles
       FROM person LEFT JOIN membership ON person_id = person.id GROUP BY person.id`,
    );
    expect(new Set(rows.map((row) => row.password_hash)).size).toBe(1);
    expect(await verify(rows[0]!.password_hash, 'demo-demo')).toBe(true);
    const rolesOf = new Map(rows.map(({ login, roles }) => [login, roles]));
    expect(rolesOf.get('kop-32.71.01.1001')).toEqual(['chair', 'officer', 'warehouse']);
    expect(rolesOf.get('organiser-chair')).toEqual(['chair']);
    expect([...rolesOf.values()].some((roles) => roles[0] === null)).toBe(false);
  });

  it('adds other cities beside, a regency with its desa', async () => {
    expect(await seed(database.db, { regionCode: '32.75' })).toMatchObject({
      regions: 69,
      koperasi: 56,
      units: 0,
    });
    expect(await seed(database.db, { regionCode: '36.03' })).toMatchObject({ koperasi: 274 });
    expect(await count(`party WHERE code LIKE 'KOP-36.03.%' AND name LIKE 'KDMP %'`)).toBe(246);
  });

  it('refuses a region without data and says which there are', async () => {
    await expect(seed(database.db, { regionCode: '32.73' })).rejects.toMatchObject({
      code: 'REGION_NOT_KNOWN',
      text: { en: expect.stringContaining('32.71 Kota Bogor, 32.75 Kota Bekasi, 35.71 Kota Kediri, 36.03') },
    });
  });

  it('runs side by side with itself', async () => {
    const runs = await Promise.all(
      Array.from({ length: 3 }, () => seed(database.db, { regionCode: '35.71', demoPassword: 'demo-demo' })),
    );
    expect(runs.map(({ koperasi }) => koperasi).sort((a, b) => a - b)).toEqual([0, 0, 46]);
    expect(await count(`party WHERE code LIKE 'KOP-35.71.%'`)).toBe(46);
  });

  it('furnishes the demo, all but one koperasi and all of it labelled, once', async () => {
    const furnished = { regionCode: '32.71', demoPassword: 'demo-demo', isFurnished: true };
    await seed(database.db, furnished);
    const audits = (): Promise<number> => count(`audit_event WHERE subject_id = 'furnished 32.71'`);
    expect(await audits()).toBe(1);
    const village = `party WHERE code LIKE 'KOP-32.71.%' AND`;
    const whole = `(SELECT count(*) FROM party_document AS shown WHERE party_id = party.id AND shown.state = 'accepted') = 3
      AND EXISTS (SELECT FROM bank_account JOIN decision ON decision.id = decision_id
        WHERE bank_account.party_id = party.id AND decision.state = 'approved' AND holder_name LIKE 'DEMO %')`;
    expect(await count(`${village} ${whole}`)).toBe(67);
    expect(await count(`party_document WHERE file_name NOT LIKE 'DEMO-%'`)).toBe(0);
    expect(await count(`person WHERE is_demo AND contact IS DISTINCT FROM login || '@demo.invalid'`)).toBe(0);
    expect(await count(`person WHERE name LIKE '%(sengaja belum lengkap)'`)).toBe(1);
    await seed(database.db, furnished);
    expect(await audits()).toBe(1);
  });
});
