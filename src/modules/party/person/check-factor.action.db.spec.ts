import { auditPlanting } from '../../../../test/support/audit-planting.js';
import { TOTP } from 'otpauth';
import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { as, HOME, peopleOf, plantPerson } from '../../../../test/support/people.js';
import type { Refusal } from '../../../core/kernel/refuse.js';
import { forgetCredentials } from '../index.js';

const PASSWORD = 'lima sapi hitam';

describe('a second factor', () => {
  let database: TestDatabase;
  let people: ReturnType<typeof peopleOf>;
  let siti: string;
  let secret: string;
  let recoveryCodes: string[];

  const codeAt = (steps: number): string =>
    new TOTP({ secret }).generate({ timestamp: Date.now() + steps * 30_000 });
  const signIn = (code?: string): Promise<string> =>
    people.open
      .run({ login: 'siti', password: PASSWORD, ...(code === undefined ? {} : { code }) }, HOME)
      .then(
        ({ person }) => person.login,
        (error: unknown) => (error as Refusal).code,
      );

  beforeAll(async () => {
    database = await freshDatabase();
    people = peopleOf(database.db);
  });
  beforeEach(async () => {
    await database.owner.query(
      'TRUNCATE attempt_tally, second_factor, recovery_code, session, person CASCADE',
    );
    siti = await plantPerson(database, 'siti', PASSWORD);
    ({ secret } = await as(siti, () => people.beginFactor.run(siti)));
    ({ recoveryCodes } = await as(siti, () => people.confirmFactor.run(siti, codeAt(0))));
    // As if it had been set up long ago.
    await database.owner.query('UPDATE second_factor SET last_step = 1');
  });
  afterAll(() => database.close());

  it('is asked for only once it is confirmed, and drawn for an app', async () => {
    const budi = await plantPerson(database, 'budi', PASSWORD);
    const begun = await as(budi, () => people.beginFactor.run(budi));
    expect(begun.uri).toContain('otpauth://totp/Sepikul%20uji:budi');
    expect(begun.qr.split('\n').length).toBeGreaterThan(15);
    expect((await people.open.run({ login: 'budi', password: PASSWORD }, HOME)).person.login).toBe('budi');
    await expect(as(budi, () => people.confirmFactor.run(budi, '000000'))).rejects.toThrow('CODE_REFUSED');
    expect((await people.open.run({ login: 'budi', password: PASSWORD }, HOME)).person.login).toBe('budi');
  });

  it('is needed beside the password, and never instead of it', async () => {
    expect(await signIn()).toBe('SECOND_FACTOR_REQUIRED');
    await expect(
      people.open.run({ login: 'siti', password: 'salah', code: codeAt(0) }, HOME),
    ).rejects.toThrow('LOGIN_REFUSED');
    expect(await signIn('000000')).toBe('CODE_REFUSED');
    expect(await signIn(codeAt(0))).toBe('siti');
  });

  it('takes each code once, also of those sent at once, and none before one that was used', async () => {
    const code = codeAt(0);
    const answers = await Promise.all([signIn(code), signIn(code), signIn(code), signIn(code)]);
    expect(answers.filter((answer) => answer === 'siti')).toHaveLength(1);
    await database.owner.query('DELETE FROM attempt_tally');
    expect(await signIn(code)).toBe('CODE_REFUSED');
    expect(await signIn(codeAt(1))).toBe('siti');
    expect(await signIn(codeAt(0))).toBe('CODE_REFUSED');
  });

  it('takes each recovery code once, and nobody else’s', async () => {
    const [first = '', second = ''] = recoveryCodes;
    expect(recoveryCodes).toHaveLength(8);
    const answers = await Promise.all([signIn(first), signIn(first), signIn(first.toLowerCase())]);
    expect(answers.filter((answer) => answer === 'siti')).toHaveLength(1);
    await database.owner.query('DELETE FROM attempt_tally');
    expect(await signIn(first)).toBe('CODE_REFUSED');
    const budi = await plantPerson(database, 'budi', PASSWORD);
    await expect(people.checkFactor.run(budi, second)).rejects.toThrow('CODE_REFUSED');
    expect(await signIn(second)).toBe('siti');
  });

  it('is slowed down when it is guessed by who has the password', async () => {
    const answers: string[] = [];
    for (let time = 0; time < 7; time += 1) answers.push(await signIn(`00000${time}`));
    expect(answers.at(-1)).toBe('TOO_MANY_ATTEMPTS');
    expect(answers.slice(0, 6)).toEqual(Array.from({ length: 6 }, () => 'CODE_REFUSED'));
  });

  it('keeps its secret sealed and its codes hashed, and is unreadable under another key', async () => {
    const { rows } = await database.owner.query<{ text: string }>(
      `SELECT second_factor::text AS text FROM second_factor UNION ALL SELECT recovery_code::text FROM recovery_code
       UNION ALL SELECT audit_event::text FROM audit_event`,
    );
    const raw = new TOTP({ secret }).secret.hex.toLowerCase();
    for (const { text } of rows) {
      expect(text.toLowerCase()).not.toContain(raw);
      for (const code of recoveryCodes) expect(text).not.toContain(code);
    }
    const elsewhere = peopleOf(database.db, 'another-secret-of-more-than-32-letters');
    await expect(elsewhere.checkFactor.run(siti, codeAt(0))).rejects.toThrow('SECOND_FACTOR_UNREADABLE');
  });

  it('is set up once, and ends with its recovery codes', async () => {
    await expect(as(siti, () => people.beginFactor.run(siti))).rejects.toThrow('SECOND_FACTOR_ALREADY_ON');
    await expect(as(siti, () => people.confirmFactor.run(siti, codeAt(1)))).rejects.toThrow(
      'SECOND_FACTOR_ALREADY_ON',
    );
    await as(siti, () => people.endFactor.run(siti, siti));
    expect(await signIn()).toBe('siti');
    expect((await database.owner.query('SELECT FROM recovery_code')).rows).toEqual([]);
    await expect(as(siti, () => people.endFactor.run(siti, siti))).rejects.toThrow('SECOND_FACTOR_NOT_ON');
    await expect(as(siti, () => people.confirmFactor.run(siti, codeAt(1)))).rejects.toThrow(
      'SECOND_FACTOR_NOT_BEGUN',
    );
  });

  it('is gone, with all else by which its person could sign in, when they are to be forgotten', async () => {
    await database.db.across('people').transaction(async (tx) => {
      await auditPlanting(tx);
      await forgetCredentials(tx, siti);
    });
    expect(await signIn(codeAt(0))).toBe('LOGIN_REFUSED');
    const { rows } = await database.owner.query(
      `SELECT password_hash, contact, (SELECT count(*)::int FROM second_factor) AS factors,
         (SELECT count(*)::int FROM recovery_code) AS codes FROM person WHERE id = $1`,
      [siti],
    );
    expect(rows).toEqual([{ password_hash: null, contact: null, factors: 0, codes: 0 }]);
  });

  it('is seen by its person alone', async () => {
    const count = async (personId: string) =>
      (await as(personId, () => database.db.rows('SELECT person_id FROM second_factor'))).length;
    const budi = await plantPerson(database, 'budi', PASSWORD);
    expect([await count(siti), await count(budi)]).toEqual([1, 0]);
    expect(await database.db.rows('SELECT person_id FROM recovery_code')).toEqual([]);
    expect(await as(budi, () => database.db.change('DELETE FROM second_factor'))).toBe(0);
  });
});
