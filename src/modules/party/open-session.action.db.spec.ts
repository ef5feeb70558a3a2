import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { hashToken } from '../../platform/auth/sessions.js';
import { SecretKey } from '../../platform/secret/secret-key.js';
import { CloseSession } from './close-session.action.js';
import { hashPassword } from './hash-password.js';
import { OpenSession } from './open-session.action.js';
import { AttemptGate } from './person/attempt-gate.js';
import { AttemptStore } from './person/attempt.store.js';
import { CheckFactor } from './person/check-factor.action.js';
import { SecondFactorStore } from './person/second-factor.store.js';
import { PartySessions } from './party-sessions.js';
import { PersonReader } from './person.reader.js';
import { RevokeSessions } from './revoke-sessions.action.js';
import { SessionStore } from './session.store.js';

const PERSON = '01900000-0000-7000-8000-000000000001';
const KOPERASI = '01900000-0000-7000-8000-00000000000a';
const ORGANISER = '01900000-0000-7000-8000-00000000000b';

describe('a session', () => {
  let database: TestDatabase;
  let open: OpenSession;
  let sessions: PartySessions;
  let close: CloseSession;
  let revoke: RevokeSessions;

  const signIn = (login = 'siti', password = 'rahasia-sekali') => open.run({ login, password }, '36.70.1.9');

  beforeAll(async () => {
    database = await freshDatabase();
    const people = new PersonReader();
    const store = new SessionStore();
    const attempts = new AttemptStore();
    const gate = new AttemptGate(database.db, attempts);
    const factors = new SecondFactorStore(new SecretKey('k'.repeat(32), ''));
    open = new OpenSession(
      database.db,
      people,
      store,
      gate,
      factors,
      new CheckFactor(database.db, factors, gate),
      {
        SESSION_HOURS: 12,
      },
    );
    close = new CloseSession(database.db, store);
    revoke = new RevokeSessions(database.db, people, store);
    sessions = new PartySessions(database.db, { SESSION_IDLE_MINUTES: 30, STEP_UP_MINUTES: 15 });
    await database.owner.query(
      `INSERT INTO party (id, kind, code, name, state, suspended_reason) VALUES
         ('${KOPERASI}', 'koperasi', 'KOP-A', 'KKMP A', 'active', NULL),
         ('${ORGANISER}', 'organiser', 'ORG', 'Forum', 'suspended', 'berkas belum lengkap')`,
    );
    await database.owner.query(
      'INSERT INTO person (id, login, name, password_hash) VALUES ($1, $2, $3, $4)',
      [...[PERSON, 'siti', 'Siti'], await hashPassword('rahasia-sekali')],
    );
    await database.owner.query(
      `INSERT INTO membership VALUES ('${PERSON}', '${KOPERASI}', 'warehouse'), ('${PERSON}', '${KOPERASI}', 'officer'),
         ('${PERSON}', '${ORGANISER}', 'viewer')`,
    );
  });

  afterAll(() => database.close());

  afterEach(() =>
    database.owner
      .query('DELETE FROM session; DELETE FROM attempt_tally; UPDATE person SET disabled_at = NULL')
      .then(() => undefined),
  );

  it('says who the person is and what they act for', async () => {
    const session = await signIn(' SITI ');
    expect(session.person).toEqual({ id: PERSON, login: 'siti', name: 'Siti' });
    expect(session.memberships).toEqual([
      {
        ...{ partyId: KOPERASI, kind: 'koperasi', code: 'KOP-A', name: 'KKMP A', state: 'active' },
        roles: ['officer', 'warehouse'],
      },
      {
        ...{ partyId: ORGANISER, kind: 'organiser', code: 'ORG', name: 'Forum', state: 'suspended' },
        roles: ['viewer'],
      },
    ]);
    expect(session.token).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const hours = (session.expiresAt.getTime() - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(11.9);
    expect(hours).toBeLessThan(12.1);
  });

  it('gives the guard a principal, suspended parties included', async () => {
    const { token } = await signIn();
    expect(await sessions.principalOf(hashToken(token))).toEqual({
      personId: PERSON,
      memberships: [
        { partyId: KOPERASI, kind: 'koperasi', roles: ['officer', 'warehouse'] },
        { partyId: ORGANISER, kind: 'organiser', roles: ['viewer'] },
      ],
      isSteppedUp: true,
    });
  });

  it('keeps only the hash of a token', async () => {
    const { token } = await signIn();
    const { rows } = await database.owner.query('SELECT session::text AS row FROM session');
    expect(rows).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it.each([
    ['a wrong password', 'siti', 'rahasia'],
    ['an unknown login', 'budi', 'rahasia-sekali'],
    ['an empty password', 'siti', ''],
  ])('refuses %s in the same words', async (_, login, password) => {
    await expect(signIn(login, password)).rejects.toThrow('LOGIN_REFUSED');
  });

  it('does the work of a password check for unknown logins too', async () => {
    const timeOf = async (login: string): Promise<number> => {
      const start = performance.now();
      await signIn(login, 'salah').catch(() => undefined);
      return performance.now() - start;
    };
    // By turns, so that a moment at which the machine is busy is one for both.
    const times: { known: number; unknown: number }[] = [];
    for (let round = 0; round < 5; round += 1)
      times.push({ known: await timeOf('siti'), unknown: await timeOf('budi') });
    const least = (which: 'known' | 'unknown'): number => Math.min(...times.map((time) => time[which]));
    expect(least('unknown')).toBeGreaterThan(least('known') / 3);
  });

  it('ends for a disabled person at once, and is not opened again', async () => {
    const { token } = await signIn();
    await database.owner.query('UPDATE person SET disabled_at = now()');
    expect(await sessions.principalOf(hashToken(token))).toBeUndefined();
    await expect(signIn()).rejects.toThrow('LOGIN_REFUSED');
  });

  it("ends by the database's clock", async () => {
    const { token } = await signIn();
    await database.owner.query(
      `UPDATE session SET created_at = now() - interval '2 h', expires_at = clock_timestamp()`,
    );
    expect(await sessions.principalOf(hashToken(token))).toBeUndefined();
  });

  it('is closed alone by signing out', async () => {
    const [phone, desk] = [await signIn(), await signIn()];
    await close.run(hashToken(phone.token));
    expect(await sessions.principalOf(hashToken(phone.token))).toBeUndefined();
    expect(await sessions.principalOf(hashToken(desk.token))).toBeDefined();
  });

  it('is revoked with all others of its person by an administrator, with a trace', async () => {
    const [phone, desk] = [await signIn(), await signIn()];
    const administrator = { personId: '01900000-0000-7000-8000-0000000000ff', memberships: [] };
    expect(await revoke.run(administrator, PERSON)).toEqual({ revoked: 2 });
    expect(await sessions.principalOf(hashToken(phone.token))).toBeUndefined();
    expect(await sessions.principalOf(hashToken(desk.token))).toBeUndefined();
    expect(await revoke.run(administrator, PERSON)).toEqual({ revoked: 0 });
    await expect(revoke.run(administrator, KOPERASI)).rejects.toThrow('PERSON_NOT_FOUND');
    const { rows } = await database.owner.query(
      `SELECT actor_id, data FROM audit_event WHERE subject_id = '${PERSON}' ORDER BY id`,
    );
    expect(rows).toEqual([
      { actor_id: administrator.personId, data: { revoked: 2 } },
      { actor_id: administrator.personId, data: { revoked: 0 } },
    ]);
  });

  it('does not exist for a token nobody was given', async () => {
    expect(await sessions.principalOf(hashToken('x'.repeat(43)))).toBeUndefined();
  });
});
