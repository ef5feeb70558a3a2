import { randomBytes } from 'node:crypto';
import type { Membership } from '../../src/platform/auth/principal.js';
import { hashToken } from '../../src/platform/auth/sessions.js';
import { newId } from '../../src/platform/new-id.js';
import { koperasiLogins } from '../support/given.js';
import { personAt, type Person, type River } from '../support/river.js';

/** Somebody who asks: without a token, anybody. */
export interface Actor {
  readonly name: string;
  person: Person | undefined;
  readonly passwordHash: string;
  readonly memberships: readonly Membership[];
  /** Stands for somebody whose session must not work. */
  readonly isShutOut: boolean;
}

/** Of each kind one who may do all of it, and of the rest what one role may. */
const roles: readonly (readonly [login: string, role: string | undefined])[] = [
  ['organiser-officer', undefined],
  ['organiser-treasurer', undefined],
  ['organiser-chair', undefined],
  ['organiser-officer', 'viewer'],
  ['koperasi', undefined],
  ['koperasi', 'treasurer'],
  ['koperasi', 'warehouse'],
  ['koperasi', 'viewer'],
  ['koperasi 2', undefined],
  ['supplier-1', undefined],
  ['supplier-2', 'warehouse'],
  ['kitchen-1', undefined],
  ['carrier-1', undefined],
  ['observer', undefined],
  ['admin', undefined],
  ['admin', 'viewer'],
];

/** Another person of the parties and roles given; only the schema's owner can make one so. Returns who it is. */
const plantTwin = async (river: River, { name, passwordHash, memberships }: Actor): Promise<string> => {
  const { owner } = river.database;
  const id = newId();
  const twin = `uji-${name.replaceAll(' ', '-')}-${id.slice(-8)}`;
  await owner.query(
    `INSERT INTO person (id, login, name, password_hash, is_demo) VALUES ($1, $2, 'Demo: uji', $3, true)`,
    [id, twin, passwordHash],
  );
  for (const { partyId, roles: held } of memberships)
    await owner.query(
      `INSERT INTO membership (person_id, party_id, role) SELECT $1, $2, unnest($3::text[])`,
      [id, partyId, held],
    );
  return id;
};

/**
 * A session as signing in opens it. It is planted, for a password costs the server more than ten requests do, and every
 * sign-out that is tried takes a new session; signing in is a route that is tried itself.
 */
const plantSession = async (river: River, personId: string): Promise<string> => {
  const token = randomBytes(32).toString('base64url');
  await river.database.owner.query(
    `INSERT INTO session (token_hash, person_id, expires_at, stepped_up_at)
     VALUES ($1, $2, clock_timestamp() + interval '12 h', clock_timestamp())`,
    [hashToken(token), personId],
  );
  return token;
};

/** Signs in somebody new in the same place, whatever became of the one before, and of whom they are like. */
export const renewActor = async (river: River, actor: Actor): Promise<void> => {
  const personId = await plantTwin(river, actor);
  const partyId = actor.memberships[0]?.partyId ?? '';
  actor.person = personAt(river, { personId, partyId, token: await plantSession(river, personId) });
};

/** The same actors, asking a river on a copy of the database where they were gathered. */
export const actorsAt = (river: River, actors: readonly Actor[]): Actor[] =>
  actors.map((actor) => ({
    ...actor,
    person: actor.person === undefined ? undefined : personAt(river, actor.person),
  }));

/** Who is like the demo's person of that login, with one role or all of theirs. */
const likeOf = async (river: River, login: string, role: string | undefined): Promise<Actor> => {
  const { rows } = await river.database.owner.query<Membership & { passwordHash: string }>(
    `SELECT party_id AS "partyId", kind, password_hash AS "passwordHash", array_agg(DISTINCT coalesce($2, role)) AS roles
     FROM person JOIN membership ON person_id = person.id JOIN party ON party.id = party_id
     WHERE login = $1 GROUP BY 1, 2, 3`,
    [login, role ?? null],
  );
  return {
    name: role === undefined ? login : `${login} as ${role}`,
    person: undefined,
    passwordHash: rows[0]?.passwordHash ?? '',
    memberships: rows,
    isShutOut: false,
  };
};

/** Everybody who may ask: nobody, each role of each kind, and one who was disabled while signed in. */
export const gatherActors = async (river: River): Promise<Actor[]> => {
  const [first = '', second = ''] = await koperasiLogins(river, 2);
  const actors: Actor[] = [];
  for (const [login, role] of roles)
    actors.push(
      await likeOf(river, login === 'koperasi' ? first : login === 'koperasi 2' ? second : login, role),
    );
  for (const actor of actors) await renewActor(river, actor);
  const disabled: Actor = { ...(await likeOf(river, 'supplier-3', undefined)), isShutOut: true };
  await renewActor(river, disabled);
  await river.database.owner.query('UPDATE person SET disabled_at = now() WHERE id = $1', [
    disabled.person?.personId,
  ]);
  const nobody = { name: 'nobody', person: undefined, passwordHash: '', memberships: [], isShutOut: true };
  return [nobody, disabled, ...actors];
};
