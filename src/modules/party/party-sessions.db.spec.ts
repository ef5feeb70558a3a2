import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { hashToken } from '../../platform/auth/sessions.js';
import { newId } from '../../platform/new-id.js';
import { PartySessions } from './party-sessions.js';

const PEOPLE = 150;
const DEAD = new Set([3, 70, 149]);

let database: TestDatabase;
let sessions: PartySessions;
const personIds = Array.from({ length: PEOPLE }, () => newId());
const partyIds = Array.from({ length: PEOPLE }, () => newId());
const hashOf = (place: number): Buffer => hashToken(`token of ${place}`);

beforeAll(async () => {
  database = await freshDatabase();
  sessions = new PartySessions(database.bareDb, { SESSION_IDLE_MINUTES: 30, STEP_UP_MINUTES: 15 });
  await database.owner.query(
    `INSERT INTO person (id, login, name, password_hash)
     SELECT id, 'person-' || n, 'Person', 'none' FROM unnest($1::uuid[]) WITH ORDINALITY AS p (id, n)`,
    [personIds],
  );
  await database.owner.query(
    `INSERT INTO party (id, kind, code, name)
     SELECT id, 'koperasi', 'KOP-' || n, 'Koperasi' FROM unnest($1::uuid[]) WITH ORDINALITY AS p (id, n)`,
    [partyIds],
  );
  await database.owner.query(
    `INSERT INTO membership (person_id, party_id, role) SELECT *, 'officer' FROM unnest($1::uuid[], $2::uuid[])`,
    [personIds, partyIds],
  );
  await database.owner.query(
    `INSERT INTO session (token_hash, person_id, expires_at, revoked_at)
     SELECT hash, id, clock_timestamp() + interval '1 day', CASE WHEN dead THEN clock_timestamp() END
     FROM unnest($1::bytea[], $2::uuid[], $3::boolean[]) AS s (hash, id, dead)`,
    [personIds.map((_, place) => hashOf(place)), personIds, personIds.map((_, place) => DEAD.has(place))],
  );
});
afterAll(() => database.close());

describe('sessions asked for at once', () => {
  it('are each their own person’s, and nobody’s where they have ended or never were', async () => {
    const asked = Array.from({ length: 3 * PEOPLE }, (_, turn) => (turn * 7) % (PEOPLE + 20));
    const found = await Promise.all(asked.map((place) => sessions.principalOf(hashOf(place))));
    expect(found).toEqual(
      asked.map((place) =>
        place >= PEOPLE || DEAD.has(place)
          ? undefined
          : {
              personId: personIds[place],
              memberships: [{ partyId: partyIds[place], kind: 'koperasi', roles: ['officer'] }],
              isSteppedUp: false,
            },
      ),
    );
  });

  it('end with the revocation that was there when they were asked for, whoever else asks', async () => {
    for (let place = 10; place < 20; place += 1) {
      const others = [20, 21, 22].map((other) => sessions.principalOf(hashOf(other)));
      await database.owner.query('UPDATE session SET revoked_at = clock_timestamp() WHERE token_hash = $1', [
        hashOf(place),
      ]);
      const late = sessions.principalOf(hashOf(place));
      expect(await late).toBeUndefined();
      expect((await Promise.all(others)).map((one) => one?.personId)).toEqual(personIds.slice(20, 23));
    }
  });
});
