import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { HOME, peopleOf, plantPerson } from '../../../../test/support/people.js';
import type { Refusal } from '../../../core/kernel/refuse.js';

const PASSWORD = 'lima sapi hitam';

describe('guessing a password', () => {
  let database: TestDatabase;
  let here: ReturnType<typeof peopleOf>;
  let there: ReturnType<typeof peopleOf>;

  /** What an attempt is answered: its refusal's code, or `in`. */
  const attempt = (login: string, password: string, address = HOME, process = here): Promise<string> =>
    process.open.run({ login, password }, address).then(
      () => 'in',
      (error: unknown) => (error as Refusal).code,
    );
  const again = async (times: number, login: string, address = HOME): Promise<string[]> => {
    const answers: string[] = [];
    for (let time = 0; time < times; time += 1) answers.push(await attempt(login, 'salah', address));
    return answers;
  };
  const openGates = (): Promise<unknown> =>
    database.owner.query(`UPDATE attempt_tally SET blocked_until = clock_timestamp() - interval '1 s'`);

  beforeAll(async () => {
    database = await freshDatabase();
    here = peopleOf(database.db);
    there = peopleOf(database.workerDb);
    for (const login of ['siti', 'budi']) await plantPerson(database, login, PASSWORD);
  });
  beforeEach(() => database.owner.query('DELETE FROM attempt_tally').then(() => undefined));
  afterAll(() => database.close());

  it('is slowed down after five failures, in every process, with the seconds to wait', async () => {
    expect(await again(6, 'siti')).toEqual(Array.from({ length: 6 }, () => 'LOGIN_REFUSED'));
    const refused = await there.open
      .run({ login: 'SITI ', password: PASSWORD }, HOME)
      .catch((e: unknown) => e);
    expect(refused).toMatchObject({ code: 'TOO_MANY_ATTEMPTS', text: { status: 429 }, retryAfterS: 1 });
    await openGates();
    expect(await attempt('siti', 'salah')).toBe('LOGIN_REFUSED');
    expect(
      await here.open.run({ login: 'siti', password: PASSWORD }, HOME).catch((e: unknown) => e),
    ).toMatchObject({
      retryAfterS: 2,
    });
  });

  it('is slowed down the same for a login that nobody has', async () => {
    const answers = async (login: string) => {
      const told = await again(9, login);
      await openGates();
      return [...told, ...(await again(3, login))];
    };
    expect(await answers('tidak-ada')).toEqual(await answers('siti'));
  });

  it('is not made faster by trying all at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 40 }, (_, place) =>
        attempt('siti', 'salah', HOME, place % 2 === 0 ? here : there),
      ),
    );
    expect(answers.filter((code) => code === 'LOGIN_REFUSED')).toHaveLength(6);
    expect(answers.filter((code) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(34);
  });

  it('does not count while the gate is closed: nobody is kept out by knocking', async () => {
    await again(6, 'siti');
    const before = await database.owner.query(`SELECT * FROM attempt_tally ORDER BY gate, key_hash`);
    expect(await again(5, 'siti')).toEqual(Array.from({ length: 5 }, () => 'TOO_MANY_ATTEMPTS'));
    expect((await database.owner.query(`SELECT * FROM attempt_tally ORDER BY gate, key_hash`)).rows).toEqual(
      before.rows,
    );
  });

  it('from many addresses closes the account for strangers, never for the address its person uses', async () => {
    expect(await attempt('siti', PASSWORD)).toBe('in');
    for (let host = 1; host <= 21; host += 1)
      expect(await attempt('siti', 'salah', `203.0.113.${host}`)).toBe('LOGIN_REFUSED');
    expect(await attempt('siti', 'salah', '203.0.113.99')).toBe('TOO_MANY_ATTEMPTS');
    expect(await attempt('siti', PASSWORD)).toBe('in');
    expect(await attempt('budi', PASSWORD, '203.0.113.99')).toBe('in');
  });

  it('of many accounts from one address closes the address, but for who signs in there', async () => {
    expect(await attempt('siti', PASSWORD, '198.51.100.7')).toBe('in');
    await database.owner.query(`DELETE FROM attempt_tally WHERE gate = 'address'`);
    await database.owner.query(
      `INSERT INTO attempt_tally (gate, key_hash, failures, leaked_at)
       VALUES ('address', sha256(convert_to('address', 'UTF8') || '\\x00'::bytea || convert_to('198.51.100.7', 'UTF8')), 99, now())`,
    );
    expect(await attempt('a-1', 'salah', '198.51.100.7')).toBe('LOGIN_REFUSED');
    expect(await attempt('a-2', 'salah', '198.51.100.7')).toBe('LOGIN_REFUSED');
    expect(await attempt('a-3', 'salah', '198.51.100.7')).toBe('TOO_MANY_ATTEMPTS');
    expect(await attempt('a-3', 'salah', '198.51.100.8')).toBe('LOGIN_REFUSED');
    expect(await attempt('siti', PASSWORD, '198.51.100.7')).toBe('in');
    expect(await attempt('budi', PASSWORD, '198.51.100.7')).toBe('TOO_MANY_ATTEMPTS');
  });

  it('is not taken back by signing in to an account of one’s own in between', async () => {
    for (let round = 0; round < 22; round += 1) {
      await attempt('budi', PASSWORD, '203.0.113.50');
      await attempt('siti', 'salah', `203.0.113.${round + 1}`);
    }
    expect(await attempt('siti', 'salah', '203.0.113.50')).toBe('TOO_MANY_ATTEMPTS');
  });

  it('leaves neither login nor address in the table, and nothing for app or person to read', async () => {
    await attempt('kata-sandi-di-kolom-login', 'salah', '198.51.100.77');
    const { rows } = await database.owner.query<{ text: string }>(
      'SELECT attempt_tally::text AS text FROM attempt_tally',
    );
    const hex = (word: string) => Buffer.from(word).toString('hex');
    for (const word of ['kata-sandi', '198.51.100.77'])
      for (const { text } of rows) {
        expect(text).not.toContain(word);
        expect(text).not.toContain(hex(word));
      }
    expect(await database.db.rows('SELECT gate FROM attempt_tally')).toEqual([]);
  });
});
