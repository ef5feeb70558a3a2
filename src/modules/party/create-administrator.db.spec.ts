import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { HOME, peopleOf } from '../../../test/support/people.js';
import { createAdministrator } from './create-administrator.js';

describe('the first administrator', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.close());

  const create = (login: string, another = false): Promise<string> =>
    createAdministrator(database.db, { login, name: 'Rani', another });

  it('is made once, chooses a password by the code, and acts', async () => {
    await expect(create('R!')).rejects.toThrow('LOGIN_UNFIT');
    const tries = await Promise.allSettled(['rani', 'tono', 'wati'].map((login) => create(login)));
    const made = tries.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(made).toHaveLength(1);
    const [code = ''] = made;
    const { rows } = await database.owner.query<{ login: string; role: string }>(
      `SELECT login, role FROM person JOIN membership ON person_id = person.id JOIN party ON party.id = party_id
       WHERE kind = 'administrator' ORDER BY role`,
    );
    expect(rows.map(({ role }) => role)).toEqual(['chair', 'officer']);
    const login = rows[0]?.login ?? '';
    const people = peopleOf(database.db);
    await expect(people.open.run({ login, password: '' }, HOME)).rejects.toThrow('LOGIN_REFUSED');
    await people.redeem.run({ login, code, password: 'lima sapi hitam' }, HOME);
    const session = await people.open.run({ login, password: 'lima sapi hitam' }, HOME);
    expect(session.memberships).toMatchObject([{ kind: 'administrator', roles: ['chair', 'officer'] }]);
  });

  it('is joined by another only when that is said, under a login of their own', async () => {
    await expect(create('lain')).rejects.toThrow('ADMINISTRATOR_EXISTS');
    expect(await create('lain', true)).toMatch(/^\w{4}-/);
    await expect(create('lain', true)).rejects.toThrow('LOGIN_TAKEN');
  });
});
