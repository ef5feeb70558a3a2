import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { HOME, peopleOf, plantPerson } from '../../../../test/support/people.js';

const OLD = 'lima sapi hitam';
const NEW = 'tujuh bebek putih';

describe('a one-time code for a new password', () => {
  let database: TestDatabase;
  let people: ReturnType<typeof peopleOf>;
  let siti: string;

  const signIn = (login: string, password: string) => people.open.run({ login, password }, HOME);
  /** Asks, and lets the worker send what is to be sent; the codes sent since. */
  const ask = async (login: string): Promise<string[]> => {
    people.messenger.sent.length = 0;
    await people.askReset.run(login, HOME);
    const { rows } = await database.owner.query<{ id: string; payload: { codeId: string } }>(
      `DELETE FROM outbox WHERE type = 'ResetAsked' RETURNING id, payload`,
    );
    for (const { id, payload } of rows)
      await database.workerDb.transaction((tx) =>
        people.onResetAsked.handle(tx, {
          id: Number(id),
          type: 'ResetAsked',
          payload,
          recordedAt: new Date(),
        }),
      );
    return people.messenger.sent.map(({ text }) => /Anda: (\S+)\./.exec(text)?.[1] ?? '');
  };

  beforeAll(async () => {
    database = await freshDatabase();
    people = peopleOf(database.db);
  });
  beforeEach(async () => {
    await database.owner.query('TRUNCATE attempt_tally, one_time_code, session, person, outbox CASCADE');
    siti = await plantPerson(database, 'siti', OLD);
    await plantPerson(database, 'budi', OLD);
    await plantPerson(database, 'tanpa-kontak', OLD, null);
  });
  afterAll(() => database.close());

  it('goes to the person’s contact and buys a new password, once; every session ends', async () => {
    const { token } = await signIn('siti', OLD);
    const [code = ''] = await ask(' SITI');
    expect(people.messenger.sent).toMatchObject([{ to: 'siti@contoh.id' }]);
    await people.redeem.run({ login: 'siti', code, password: NEW }, HOME);
    expect(await people.principalOf(token)).toBeUndefined();
    await expect(signIn('siti', OLD)).rejects.toThrow('LOGIN_REFUSED');
    expect((await signIn('siti', NEW)).person.id).toBe(siti);
    await expect(people.redeem.run({ login: 'siti', code, password: OLD }, HOME)).rejects.toThrow(
      'CODE_REFUSED',
    );
    const { rows } = await database.owner.query(
      `SELECT actor_id, action, data FROM audit_event WHERE subject_id = $1 AND action <> 'password-hashed-anew'`,
      [siti],
    );
    expect(rows).toEqual([{ actor_id: siti, action: 'password-reset', data: { sessionsEnded: 1 } }]);
  });

  it('is no code for another person, nor after its time, nor for somebody disabled', async () => {
    const [code = ''] = await ask('siti');
    await expect(people.redeem.run({ login: 'budi', code, password: NEW }, HOME)).rejects.toThrow(
      'CODE_REFUSED',
    );
    await database.owner.query(`UPDATE person SET disabled_at = now() WHERE id = $1`, [siti]);
    await expect(people.redeem.run({ login: 'siti', code, password: NEW }, HOME)).rejects.toThrow(
      'CODE_REFUSED',
    );
    await database.owner.query(`UPDATE person SET disabled_at = NULL WHERE id = $1`, [siti]);
    const [late = ''] = await ask('siti');
    await database.owner.query(
      `UPDATE one_time_code SET created_at = now() - interval '2 h', expires_at = clock_timestamp() WHERE used_at IS NULL`,
    );
    await expect(people.redeem.run({ login: 'siti', code: late, password: NEW }, HOME)).rejects.toThrow(
      'CODE_REFUSED',
    );
    expect((await signIn('siti', OLD)).person.id).toBe(siti);
  });

  it('is used once by those who send it at once', async () => {
    const [code = ''] = await ask('siti');
    const tries = await Promise.allSettled(
      Array.from({ length: 5 }, (_, place) =>
        people.redeem.run({ login: 'siti', code, password: `${NEW} ${place}` }, HOME),
      ),
    );
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  it('voids the others that were sent, and an easy password uses none up', async () => {
    const [first = ''] = await ask('siti');
    const [second = ''] = await ask('siti');
    await expect(people.redeem.run({ login: 'siti', code: second, password: 'siti' }, HOME)).rejects.toThrow(
      'PASSWORD_TOO_SHORT',
    );
    await people.redeem.run({ login: 'siti', code: first, password: NEW }, HOME);
    await expect(people.redeem.run({ login: 'siti', code: second, password: OLD }, HOME)).rejects.toThrow(
      'CODE_REFUSED',
    );
  });

  it('is asked for alike by who has no such login, no contact or is disabled: same rows, no message', async () => {
    await database.owner.query(`UPDATE person SET disabled_at = now() WHERE login = 'budi'`);
    for (const login of ['siti', 'budi', 'tanpa-kontak', 'tidak-ada']) {
      const codes = await ask(login);
      expect([login, codes.length]).toEqual([login, login === 'siti' ? 1 : 0]);
    }
    expect((await database.owner.query('SELECT FROM one_time_code')).rows).toHaveLength(4);
  });

  it('is the same however often it is sent, and no other process makes it under another key', async () => {
    const [code = ''] = await ask('siti');
    const { rows } = await database.owner.query<{ id: string }>(
      'SELECT id FROM one_time_code WHERE used_at IS NULL',
    );
    const event = {
      id: 1,
      type: 'ResetAsked',
      payload: { codeId: rows[0]?.id ?? '' },
      recordedAt: new Date(),
    };
    await database.workerDb.transaction((tx) => people.onResetAsked.handle(tx, event));
    expect(people.messenger.sent).toHaveLength(2);
    expect(people.messenger.sent[0]).toEqual(people.messenger.sent[1]);
    const elsewhere = peopleOf(database.db, 'another-secret-of-more-than-32-letters');
    await expect(
      database.workerDb.transaction((tx) => elsewhere.onResetAsked.handle(tx, event)),
    ).rejects.toThrow('SECRET_KEY');
    const kept = await database.owner.query<{ text: string }>(
      `SELECT one_time_code::text AS text FROM one_time_code UNION ALL SELECT outbox::text FROM outbox`,
    );
    expect(kept.rows.some(({ text }) => text.includes(code))).toBe(false);
  });

  it('is not to be had without end: a stranger who asks and asks closes the gate while the last code still holds', async () => {
    const sent: string[] = [];
    for (let time = 0; time < 4; time += 1) sent.push(...(await ask('siti')));
    await expect(people.askReset.run('siti', '203.0.113.5')).rejects.toThrow('TOO_MANY_ATTEMPTS');
    await expect(people.askReset.run('tidak-ada', '203.0.113.5')).resolves.toBeUndefined();
    await people.redeem.run({ login: 'siti', code: sent.at(-1) ?? '', password: NEW }, HOME);
  });

  it('opens the gates that strangers’ guesses closed', async () => {
    for (let time = 0; time < 6; time += 1) await signIn('siti', 'salah').catch(() => undefined);
    await expect(signIn('siti', OLD)).rejects.toThrow('TOO_MANY_ATTEMPTS');
    const [code = ''] = await ask('siti');
    await people.redeem.run({ login: 'siti', code, password: NEW }, HOME);
    expect((await signIn('siti', NEW)).person.id).toBe(siti);
  });
});
