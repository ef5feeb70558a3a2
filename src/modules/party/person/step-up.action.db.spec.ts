import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { as, HOME, peopleOf, plantPerson } from '../../../../test/support/people.js';
import { hashToken } from '../../../platform/auth/sessions.js';
import { SessionReader } from '../session.reader.js';
import { RevokeSessions } from '../revoke-sessions.action.js';
import { PersonReader } from '../person.reader.js';
import { EndSession } from '../end-session.action.js';
import { hashPassword } from '../hash-password.js';

const PASSWORD = 'lima sapi hitam';

describe('a session in use', () => {
  let database: TestDatabase;
  let people: ReturnType<typeof peopleOf>;
  let siti: string;
  const reader = new SessionReader({ SESSION_IDLE_MINUTES: 30 });

  const signIn = async (login = 'siti'): Promise<string> =>
    (await people.open.run({ login, password: PASSWORD }, HOME)).token;
  const age = (column: string, by: string): Promise<unknown> =>
    database.owner.query(
      `UPDATE session SET created_at = created_at - interval '1 day', ${column} = ${column} - $1::interval`,
      [by],
    );

  beforeAll(async () => {
    database = await freshDatabase();
    people = peopleOf(database.db);
    siti = await plantPerson(database, 'siti', PASSWORD);
    await plantPerson(database, 'budi', PASSWORD);
  });
  beforeEach(() => database.owner.query('TRUNCATE session, attempt_tally').then(() => undefined));
  afterAll(() => database.close());

  it('ends when it lies idle, by the database’s clock, and not while it is used', async () => {
    const token = await signIn();
    for (let time = 0; time < 3; time += 1) {
      await age('last_used_at', '29 min');
      expect(await people.principalOf(token)).toBeDefined();
    }
    await age('last_used_at', '30 min');
    expect(await people.principalOf(token)).toBeUndefined();
    expect(await people.principalOf(token)).toBeUndefined();
  });

  it('ends after its hours, however busy', async () => {
    const token = await signIn();
    await age('expires_at', '12 hours');
    expect(await people.principalOf(token)).toBeUndefined();
  });

  it('is written to once a minute at most, whatever asks at once', async () => {
    const token = await signIn();
    // Counted where they happen: numbers of transactions are shared with every database of the server.
    await database.owner.query(`
      CREATE SEQUENCE session_write START 1 MINVALUE 0;
      SELECT setval('session_write', 0);
      CREATE FUNCTION count_session_write() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
        AS $$ BEGIN PERFORM nextval('public.session_write'); RETURN NULL; END $$;
      CREATE TRIGGER count_writes AFTER UPDATE ON session FOR EACH ROW EXECUTE FUNCTION count_session_write()`);
    const writes = async (): Promise<number> =>
      Number(
        (await database.owner.query<{ count: string }>('SELECT last_value AS count FROM session_write'))
          .rows[0]?.count,
      );
    for (let time = 0; time < 5; time += 1) await people.principalOf(token);
    expect(await writes()).toBe(0);
    await age('last_used_at', '61 s');
    const aged = await writes();
    await Promise.all(Array.from({ length: 8 }, () => people.principalOf(token)));
    expect(await writes()).toBe(aged + 1);
    await database.owner.query('DROP TRIGGER count_writes ON session');
  });

  it('is stepped up by signing in, for a while, and then by the password again', async () => {
    const token = await signIn();
    expect(await people.principalOf(token)).toMatchObject({ isSteppedUp: true });
    await age('stepped_up_at', '15 min');
    expect(await people.principalOf(token)).toMatchObject({ isSteppedUp: false });
    const stepUp = (password?: string) =>
      as(siti, () => people.stepUp.run(siti, hashToken(token), password === undefined ? {} : { password }));
    await expect(stepUp('salah')).rejects.toThrow('PASSWORD_WRONG');
    await expect(stepUp()).rejects.toThrow('PASSWORD_WRONG');
    expect(await people.principalOf(token)).toMatchObject({ isSteppedUp: false });
    const { until } = await stepUp(PASSWORD);
    expect(Math.round((until.getTime() - Date.now()) / 60_000)).toBe(15);
    expect(await people.principalOf(token)).toMatchObject({ isSteppedUp: true });
  });

  it('does not let a thief of its token guess the password for long', async () => {
    const token = await signIn();
    const codes: string[] = [];
    for (let time = 0; time < 8; time += 1)
      await as(siti, () => people.stepUp.run(siti, hashToken(token), { password: `tebak ${time}` })).catch(
        (error: unknown) => codes.push((error as { code: string }).code),
      );
    expect(codes.at(-1)).toBe('TOO_MANY_ATTEMPTS');
    // It is that session's trouble alone.
    expect(await signIn()).toBeDefined();
  });

  it('is listed for its person only, and ends one by one or all together', async () => {
    const [phone, desk] = [await signIn(), await signIn()];
    await signIn('budi');
    const list = () => as(siti, () => reader.liveOf(database.db, siti, hashToken(desk)));
    const shown = await list();
    expect(shown).toHaveLength(2);
    expect(shown.map(({ isCurrent }) => isCurrent).sort()).toEqual([false, true]);
    expect(JSON.stringify(shown)).not.toContain(phone);
    const end = new EndSession(database.db, people.sessions);
    const other = shown.find(({ isCurrent }) => !isCurrent)?.id ?? '';
    const budis = await database.owner.query<{ id: string }>(
      `SELECT session.id FROM session JOIN person ON person.id = person_id WHERE login = 'budi'`,
    );
    await expect(as(siti, () => end.run(siti, budis.rows[0]?.id ?? ''))).rejects.toThrow('SESSION_NOT_FOUND');
    await as(siti, () => end.run(siti, other));
    await expect(as(siti, () => end.run(siti, other))).rejects.toThrow('SESSION_NOT_FOUND');
    expect(await people.principalOf(phone)).toBeUndefined();
    expect(await people.principalOf(desk)).toBeDefined();
    const revoke = new RevokeSessions(database.db, new PersonReader(), people.sessions);
    expect(await as(siti, () => revoke.run({ personId: siti, memberships: [] }, siti))).toEqual({
      revoked: 1,
    });
    expect(await people.principalOf(desk)).toBeUndefined();
  });

  it('outlives a change of password made in it, and no other does', async () => {
    const [phone, desk] = [await signIn(), await signIn()];
    const change = (current: string, password: string) =>
      as(siti, () => people.changePassword.run(siti, hashToken(desk), { current, password }));
    await expect(change('salah', 'tujuh bebek putih')).rejects.toThrow('PASSWORD_WRONG');
    await expect(change(PASSWORD, 'Rahasia2026')).rejects.toThrow('PASSWORD_TOO_EASY');
    await change(PASSWORD, 'tujuh bebek putih');
    expect(await people.principalOf(phone)).toBeUndefined();
    expect(await people.principalOf(desk)).toBeDefined();
    await change('tujuh bebek putih', PASSWORD);
  });

  it('renews a hash that was made at a lower cost, the right password in hand', async () => {
    const hashOf = async (): Promise<string> =>
      (
        await database.owner.query<{ hash: string }>(
          `SELECT password_hash AS hash FROM person WHERE login = 'budi'`,
        )
      ).rows[0]?.hash ?? '';
    await database.owner.query(
      `UPDATE person SET password_hash = (SELECT password_hash FROM person WHERE login = 'siti')`,
    );
    const weak = await plantPerson(database, 'lama', PASSWORD);
    await database.owner.query(
      `UPDATE person SET password_hash = (SELECT password_hash FROM person WHERE id = $1) WHERE login = 'budi'`,
      [weak],
    );
    expect(await hashOf()).toContain('m=64,');
    await people.open.run({ login: 'budi', password: 'salah' }, HOME).catch(() => undefined);
    expect(await hashOf()).toContain('m=64,');
    await signIn('budi');
    const renewed = await hashOf();
    expect(renewed).toContain((await hashPassword('x')).split('$')[3]);
    await signIn('budi');
    expect(await hashOf()).toBe(renewed);
  });
});
