import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { HOME, peopleOf, plantPerson } from '../../../../test/support/people.js';
import type { Membership, Principal } from '../../../platform/auth/principal.js';
import { withinScope } from '../../../platform/db/scope.js';
import { newId } from '../../../platform/new-id.js';

const PASSWORD = 'lima sapi hitam';

describe('disabling a person', () => {
  let database: TestDatabase;
  let people: ReturnType<typeof peopleOf>;
  const party = { kop: newId(), forum: newId(), admin: newId() };
  const kinds = { kop: 'koperasi', forum: 'organiser', admin: 'administrator' } as const;
  const ids: Record<string, string> = {};

  const principal = (
    login: string,
    ...held: [keyof typeof party, ...Membership['roles'][number][]][]
  ): Principal => ({
    personId: ids[login] ?? '',
    memberships: held.map(([name, ...roles]) => ({ partyId: party[name], kind: kinds[name], roles })),
  });
  const asking = (caller: Principal, verb: 'disable' | 'enable', login: string): Promise<void> =>
    withinScope({ principal: caller }, () => people[verb].run(caller, ids[login] ?? ''));

  beforeAll(async () => {
    database = await freshDatabase();
    people = peopleOf(database.db);
    for (const name of ['kop', 'forum', 'admin'] as const)
      await database.owner.query(`INSERT INTO party (id, kind, code, name) VALUES ($1, $2, $3, $3)`, [
        party[name],
        kinds[name],
        name,
      ]);
    for (const login of ['ketua', 'gudang', 'ganda', 'admin-1', 'admin-2'])
      ids[login] = await plantPerson(database, login, PASSWORD);
    for (const [login, name, role] of [
      ['ketua', 'kop', 'chair'],
      ['gudang', 'kop', 'warehouse'],
      ['ganda', 'kop', 'officer'],
      ['ganda', 'forum', 'viewer'],
      ['admin-1', 'admin', 'officer'],
      ['admin-2', 'admin', 'officer'],
    ] as const)
      await database.owner.query('INSERT INTO membership VALUES ($1, $2, $3)', [
        ids[login],
        party[name],
        role,
      ]);
  });
  afterEach(() =>
    database.owner.query('UPDATE person SET disabled_at = NULL, disabled_as = NULL').then(() => undefined),
  );
  afterAll(() => database.close());

  it('ends every session and code at once, which do not come back with the person', async () => {
    const ketua = principal('ketua', ['kop', 'chair']);
    const { token } = await people.open.run({ login: 'gudang', password: PASSWORD }, HOME);
    expect(await people.principalOf(token)).toBeDefined();
    await asking(ketua, 'disable', 'gudang');
    expect(await people.principalOf(token)).toBeUndefined();
    await expect(people.open.run({ login: 'gudang', password: PASSWORD }, HOME)).rejects.toThrow(
      'LOGIN_REFUSED',
    );
    await asking(ketua, 'enable', 'gudang');
    expect(await people.principalOf(token)).toBeUndefined();
    expect((await people.open.run({ login: 'gudang', password: PASSWORD }, HOME)).person.login).toBe(
      'gudang',
    );
    const { rows } = await database.owner.query(
      `SELECT actor_id, action FROM audit_event WHERE subject_id = $1 AND action LIKE 'person-%' ORDER BY id`,
      [ids.gudang],
    );
    expect(rows).toEqual([
      { actor_id: ids.ketua, action: 'person-disabled' },
      { actor_id: ids.ketua, action: 'person-enabled' },
    ]);
  });

  it('reaches nobody who serves another party too, and nobody unknown', async () => {
    const ketua = principal('ketua', ['kop', 'chair']);
    await expect(asking(ketua, 'disable', 'ganda')).rejects.toThrow('PERSON_OUT_OF_REACH');
    await expect(asking(ketua, 'disable', 'admin-1')).rejects.toThrow(/PERSON_OUT_OF_REACH|PERSON_NOT_FOUND/);
    ids.nobody = newId();
    await expect(asking(principal('admin-1', ['admin', 'officer']), 'disable', 'nobody')).rejects.toThrow(
      'PERSON_NOT_FOUND',
    );
  });

  it('leaves one of two administrators who disable each other at the same moment', async () => {
    for (let round = 0; round < 5; round += 1) {
      const tries = await Promise.allSettled([
        asking(principal('admin-1', ['admin', 'officer']), 'disable', 'admin-2'),
        asking(principal('admin-2', ['admin', 'officer']), 'disable', 'admin-1'),
      ]);
      expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
      await database.owner.query('UPDATE person SET disabled_at = NULL, disabled_as = NULL');
    }
  });

  it('happens once however many ask, and what an administrator did no chair takes back', async () => {
    const admin = principal('admin-1', ['admin', 'officer']);
    const tries = await Promise.allSettled(
      Array.from({ length: 4 }, () => asking(admin, 'disable', 'gudang')),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(asking(principal('ketua', ['kop', 'chair']), 'enable', 'gudang')).rejects.toThrow(
      'DISABLED_BY_ADMINISTRATOR',
    );
    await asking(admin, 'enable', 'gudang');
  });
});
