import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import type { Principal } from '../auth/principal.js';
import { Db } from './db.js';
import { withinScope } from './scope.js';

const PERSON = '11111111-1111-4111-8111-111111111111';
const PARTY = '22222222-2222-4222-8222-222222222222';
const koperasi: Principal = {
  personId: PERSON,
  memberships: [{ partyId: PARTY, kind: 'koperasi', roles: ['officer'] }],
};
const observer: Principal = {
  personId: PERSON,
  memberships: [{ partyId: PARTY, kind: 'observer', roles: ['viewer'] }],
};

const WHO =
  'SELECT principal_person() AS person, principal_parties() AS parties, principal_oversees() AS oversees, principal_purpose() AS purpose';
const nobody = { person: null, parties: [], oversees: false, purpose: '' };
const itself = { person: PERSON, parties: [PARTY], oversees: false, purpose: '' };

let test: TestDatabase;
let db: Db;
beforeAll(async () => {
  test = await freshDatabase();
  db = test.bareDb;
});
afterAll(() => test.close());

describe('the principal', () => {
  it('goes with a single statement and is gone with it', async () => {
    expect(await withinScope({ principal: koperasi }, () => db.rows(WHO))).toEqual([itself]);
    // All connections, one of which has just carried a principal.
    expect(await Promise.all(Array.from({ length: 12 }, () => db.first(WHO)))).toEqual(
      Array.from({ length: 12 }, () => nobody),
    );
  });

  it('goes with a transaction and is gone with it, also when it failed', async () => {
    const failing = withinScope({ principal: observer }, () =>
      db.transaction(async (tx) => {
        expect(await tx.first(WHO)).toEqual({ ...itself, oversees: true });
        throw new Error('on purpose');
      }),
    );
    await expect(failing).rejects.toThrow('on purpose');
    expect(await db.transaction((tx) => tx.first(WHO))).toEqual(nobody);
  });

  it('is each request’s own, however many run at once', async () => {
    const asked = Array.from({ length: 60 }, (_, place) => {
      const personId = `11111111-1111-4111-8111-${String(place).padStart(12, '0')}`;
      return withinScope({ principal: { ...koperasi, personId } }, async () => {
        const row = await db.first<{ person: string }>(`${WHO}, pg_sleep(0.002)`);
        return row?.person === personId;
      });
    });
    expect(await Promise.all(asked)).toEqual(asked.map(() => true));
  });

  it('is left aside for a named purpose', async () => {
    const row = await withinScope({ principal: koperasi }, () => db.across('meter').first(WHO));
    expect(row).toEqual({ ...nobody, purpose: 'meter' });
  });

  it('counts changed rows, and leaves a connection well after a statement that does not parse', async () => {
    const count = 'UPDATE pool SET state = state WHERE false';
    expect(await withinScope({ principal: koperasi }, () => db.change(count))).toBe(0);
    const broken = 'SELECT * FROM no_such_table';
    for (let turn = 0; turn < 24; turn += 1)
      await expect(withinScope({ principal: koperasi }, () => db.rows(broken))).rejects.toThrow(
        'relation "no_such_table" does not exist',
      );
    await test.owner.query('CREATE TABLE no_such_table (id integer)');
    await test.owner.query('GRANT SELECT ON no_such_table TO sepikul_app');
    expect(await withinScope({ principal: koperasi }, () => db.rows(broken))).toEqual([]);
    expect(await db.rows(broken)).toEqual([]);
  });

  it('joins a transaction that its scope is part of', async () => {
    await db.transaction((tx) =>
      withinScope({ principal: koperasi, tx }, async () => {
        const backend = 'SELECT pg_backend_pid() AS pid';
        const [outer, single, inner] = [
          await tx.first(backend),
          await db.first(backend),
          await db.transaction((joined) => joined.first(backend)),
        ];
        expect([single, inner]).toEqual([outer, outer]);
      }),
    );
  });
});
