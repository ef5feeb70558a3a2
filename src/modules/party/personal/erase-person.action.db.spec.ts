import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { plantParty } from '../../../../test/support/plant-lot.js';
import { as, plantMember } from '../../../../test/support/plant-member.js';
import { hashToken } from '../../../platform/auth/sessions.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { newId } from '../../../platform/new-id.js';
import { PersonReader } from '../person.reader.js';
import { SessionStore } from '../session.store.js';
import { ErasePerson } from './erase-person.action.js';
import { PersonalReader } from './personal.reader.js';
import { PersonalStore } from './personal.store.js';

describe('a person’s own data', () => {
  let test: TestDatabase;
  let erase: ErasePerson;
  let administrator: Principal;
  let partyId: string;
  const reader = new PersonalReader(new PersonReader());

  const someone = async (login: string, ...roles: ('chair' | 'officer')[]): Promise<Principal> => {
    const person = await plantMember(test.owner, 'koperasi', partyId, ...roles);
    await test.owner.query('UPDATE person SET login = $2, name = $3, password_hash = $4 WHERE id = $1', [
      ...[person.personId, login, `Nama ${login}`, 'hash'],
    ]);
    return person;
  };
  const openSession = async ({ personId }: Principal, token: string): Promise<void> => {
    await test.owner.query(
      `INSERT INTO session (token_hash, person_id, expires_at) VALUES ($1, $2, clock_timestamp() + interval '1 hour')`,
      [hashToken(token), personId],
    );
  };
  const eraseSelf = (person: Principal, login: string) =>
    as(person, () => erase.ofSelf(person.personId, login));

  beforeAll(async () => {
    test = await freshDatabase();
    erase = new ErasePerson(test.db, new PersonalStore(), new SessionStore());
    partyId = await plantParty(test.owner, 'koperasi');
    administrator = await plantMember(
      test.owner,
      'administrator',
      await plantParty(test.owner, 'administrator'),
      'officer',
    );
  });
  afterAll(() => test.close());

  it('is exported whole to them, and their traces to nobody else', async () => {
    const person = await someone('wati', 'officer');
    await openSession(person, 'x');
    await test.owner.query(
      `INSERT INTO audit_event (actor_id, action, subject_type, subject_id) VALUES ($1, 'uji', 'person', 'x')`,
      [person.personId],
    );
    const exporting = (by: Principal) =>
      as(by, () => test.db.transaction((tx) => reader.exportOf(tx, person.personId)));
    expect(await exporting(person)).toMatchObject({
      person: { id: person.personId, login: 'wati', name: 'Nama wati' },
      memberships: [{ partyId, roles: ['officer'] }],
      sessions: [{ revokedAt: null }],
    });
    const { traces } = await exporting(person);
    expect(traces.map(({ place }) => place)).toEqual(
      expect.arrayContaining(['audit_event.actor_id', 'membership.person_id', 'session.person_id']),
    );
    expect(JSON.stringify(traces)).toContain(`${person.personId}/${partyId}/officer`);
    expect(JSON.stringify(traces)).not.toContain('hash');
    await expect(exporting(administrator)).rejects.toThrow('only the person themselves');
  });

  it('is erased once: nothing names them, and their id stands', async () => {
    const person = await someone('budi', 'officer');
    await openSession(person, 'y');
    await expect(eraseSelf(person, 'orang-lain')).rejects.toThrow('ERASING_NOT_CONFIRMED');
    const [one, two] = await Promise.all([eraseSelf(person, 'Budi'), eraseSelf(person, 'budi')]);
    expect(one.erasedAt).toEqual(two.erasedAt);
    const { rows } = await test.owner.query<{ text: string; live: string }>(
      `SELECT person::text AS text, (SELECT count(*) FROM membership WHERE person_id = person.id) AS held,
         (SELECT count(*) FROM session WHERE person_id = person.id AND revoked_at IS NULL) AS live,
         (SELECT count(*) FROM audit_event WHERE action = 'person-erased' AND subject_id = person.id::text) AS audits
       FROM person WHERE id = $1`,
      [person.personId],
    );
    expect(rows).toMatchObject([{ held: '0', live: '0', audits: '1' }]);
    expect(rows[0]?.text.toLowerCase()).not.toContain('budi');
  });

  it('is erased for good, and only wholly, in the database too', async () => {
    const person = await someone('cici', 'officer');
    await expect(
      test.owner.query('UPDATE person SET erased_at = clock_timestamp() WHERE id = $1', [person.personId]),
    ).rejects.toThrow('erased_is_nobody');
    await as(administrator, () => erase.ofAnother(administrator.personId, person.personId));
    await expect(
      test.owner.query(`UPDATE person SET disabled_at = NULL, erased_at = NULL WHERE id = $1`, [
        person.personId,
      ]),
    ).rejects.toThrow('is erased');
  });

  it('waits for the last chair and the last administrator to hand over', async () => {
    const chair = await someone('dedi', 'chair');
    await expect(eraseSelf(chair, 'dedi')).rejects.toThrow('LAST_CHAIR_HANDS_OVER_FIRST');
    const next = await someone('eka', 'chair');
    const both = await Promise.allSettled([eraseSelf(chair, 'dedi'), eraseSelf(next, 'eka')]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    await expect(
      as(administrator, () => erase.ofAnother(administrator.personId, administrator.personId)),
    ).rejects.toThrow('ADMINISTRATOR_ERASES_OTHERS');
    const { rows } = await test.owner.query<{ login: string }>('SELECT login FROM person WHERE id = $1', [
      administrator.personId,
    ]);
    await expect(eraseSelf(administrator, rows[0]?.login ?? '')).rejects.toThrow(
      'LAST_CHAIR_HANDS_OVER_FIRST',
    );
    await expect(as(administrator, () => erase.ofAnother(administrator.personId, newId()))).rejects.toThrow(
      'PERSON_NOT_FOUND',
    );
  });

  it('waits for another chair of the administrator, whom officers lead, too', async () => {
    const itself = administrator.memberships[0]?.partyId ?? '';
    const chair = await plantMember(test.owner, 'administrator', itself, 'chair');
    const erasing = () => as(administrator, () => erase.ofAnother(administrator.personId, chair.personId));
    await expect(erasing()).rejects.toThrow('LAST_CHAIR_HANDS_OVER_FIRST');
    await plantMember(test.owner, 'administrator', itself, 'chair');
    expect(await erasing()).toMatchObject({ personId: chair.personId });
  });
});
