import { auditPlanting } from '../../../../test/support/audit-planting.js';
import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { as, HOME, peopleOf, plantPerson } from '../../../../test/support/people.js';
import { hashToken } from '../../../platform/auth/sessions.js';
import type { Sql, Tx } from '../../../platform/db/sql.js';
import { newId } from '../../../platform/new-id.js';
import { PersonReader } from '../person.reader.js';
import { ChangeContact } from './change-contact.action.js';
import { ChangePassword } from './change-password.action.js';
import { AttemptStore } from './attempt.store.js';
import { OneTimeCodeStore } from './one-time-code.store.js';
import { PersonStore } from './person.store.js';
import { RedeemCode } from './redeem-code.action.js';

const OLD = 'lima sapi hitam';
const NEW = 'tujuh bebek putih';

/** The guard let them in, and then somebody erased them: the schema would refuse the write as an error of ours. */
describe('whoever is erased between the guard and the write', () => {
  let database: TestDatabase;
  let siti: string;

  const eraseSiti = (): Promise<unknown> =>
    database.db.across('people').transaction(async (tx) => {
      await auditPlanting(tx);
      await tx.change(
        `UPDATE person SET login = 'erased-' || id::text, name = 'erased', password_hash = NULL, contact = NULL,
           erased_at = now(), disabled_at = now() WHERE id = $1`,
        [siti],
      );
    });
  const audited = async (): Promise<string[]> => {
    const { rows } = await database.owner.query<{ action: string }>(
      'SELECT action FROM audit_event WHERE subject_id = $1',
      [siti],
    );
    return rows.map(({ action }) => action);
  };

  beforeAll(async () => {
    database = await freshDatabase();
  });
  beforeEach(async () => {
    await database.owner.query('TRUNCATE attempt_tally, one_time_code, session, person, outbox CASCADE');
    siti = await plantPerson(database, 'siti', OLD);
  });
  afterAll(() => database.close());

  it('is signed in no longer, and keeps no contact', async () => {
    const change = new ChangeContact(database.db, new PersonStore());
    await as(siti, () => change.run(siti, 'siti@lain.id'));
    await eraseSiti();
    await expect(as(siti, () => change.run(siti, 'siti@baru.id'))).rejects.toThrow('NOT_SIGNED_IN');
    expect(await audited()).toEqual(['contact-changed']);
  });

  it('gets no new password either, though the old one was right', async () => {
    /** Erases whom it has just read. */
    class ErasingReader extends PersonReader {
      override async ownCredentials(sql: Sql, personId: string) {
        const read = await super.ownCredentials(sql, personId);
        await eraseSiti();
        return read;
      }
    }
    const people = peopleOf(database.db);
    const { token } = await people.open.run({ login: 'siti', password: OLD }, HOME);
    const change = new ChangePassword(database.db, new ErasingReader(), people.gate);
    await expect(
      as(siti, () => change.run(siti, hashToken(token), { current: OLD, password: NEW })),
    ).rejects.toThrow('NOT_SIGNED_IN');
    expect(await audited()).not.toContain('password-changed');
  });

  it('gets one by a code before that or not at all: each waits for the other, and one begins anew', async () => {
    let erasing: Promise<unknown> = Promise.resolve();
    /** Lets somebody begin to erase whose code it has just used; a deadlock, once the password is to be kept. */
    class ErasingCodes extends OneTimeCodeStore {
      override async use(tx: Tx, login: string, plain: string) {
        const owner = await super.use(tx, login, plain);
        erasing = eraseSiti();
        return owner;
      }
    }
    const people = peopleOf(database.db);
    const code = 'ABCD-EFGH-JKMN-PQRS';
    await database.db
      .across('password-reset')
      .transaction((tx) =>
        new OneTimeCodeStore().keep(tx, { id: newId(), personId: siti, plain: code, minutes: 5 }),
      );
    const redeem = new RedeemCode(database.db, new ErasingCodes(), people.gate, new AttemptStore());
    const [ended] = await Promise.allSettled([redeem.run({ login: 'siti', code, password: NEW }, HOME)]);
    await erasing;
    if (ended.status === 'rejected') expect(String(ended.reason)).toContain('CODE_REFUSED');
    const { rows } = await database.owner.query(
      `SELECT password_hash, (SELECT count(*)::int FROM one_time_code WHERE used_at IS NULL) AS open FROM person`,
    );
    expect(rows).toEqual([{ password_hash: null, open: 0 }]);
    expect((await audited()).includes('password-reset')).toBe(ended.status === 'fulfilled');
  });
});
