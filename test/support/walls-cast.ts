import { createHash, randomBytes } from 'node:crypto';
import type { PartyKind, Role } from '../../src/platform/auth/principal.js';
import { partyKinds, roles } from '../../src/platform/auth/principal.js';
import { newId } from '../../src/platform/new-id.js';
import type { TestDatabase } from './database.js';

/** Somebody who calls routes in the matrix: nobody, or a person with memberships. */
export interface Actor {
  readonly name: string;
  readonly token?: string;
  readonly personId?: string;
  /** Disabled people have a token that is none any more. */
  readonly isDisabled?: boolean;
  readonly memberships: readonly {
    readonly partyId: string;
    readonly kind: PartyKind;
    readonly roles: readonly Role[];
  }[];
}

const plantedName = (name: string): string => `Nama-Rahasia-${name.replaceAll(' ', '-')}`;

/** Plants a person with a live session; sessions are kept as hashes, so the token is the test's alone. */
export const plantActor = async (
  { owner }: TestDatabase,
  name: string,
  membership: { partyId: string; kind: PartyKind; role: Role },
  isDisabled = false,
): Promise<Actor> => {
  const personId = newId();
  const token = randomBytes(32).toString('base64url');
  await owner.query(
    `INSERT INTO person (id, login, name, password_hash, is_demo, disabled_at) VALUES ($1, $2, $3, 'none', true, $4)`,
    [personId, `m-${personId}`, plantedName(name), isDisabled ? new Date() : null],
  );
  await owner.query('INSERT INTO membership (person_id, party_id, role) VALUES ($1, $2, $3)', [
    personId,
    membership.partyId,
    membership.role,
  ]);
  await owner.query(
    `INSERT INTO session (token_hash, person_id, expires_at) VALUES ($1, $2, now() + interval '1 day')`,
    [createHash('sha256').update(token).digest(), personId],
  );
  const { partyId, kind, role } = membership;
  return {
    name,
    token,
    personId,
    isDisabled,
    memberships: isDisabled ? [] : [{ partyId, kind, roles: [role] }],
  };
};

export const plantParty = async ({ owner }: TestDatabase, kind: PartyKind, name: string): Promise<string> => {
  const id = newId();
  await owner.query(
    `INSERT INTO party (id, kind, code, name, region_code, is_demo)
     SELECT $1, $2, $3, $4, code, true FROM region WHERE level = 'village' ORDER BY code DESC LIMIT 1`,
    [id, kind, `MATRIX-${id}`, name],
  );
  return id;
};

/** Nobody, each role of each kind at the party of `home` (else at one planted now), strangers of each kind, and a disabled officer. */
export const plantCast = async (
  database: TestDatabase,
  home: Readonly<Partial<Record<PartyKind, string>>>,
): Promise<Actor[]> => {
  const cast: Actor[] = [{ name: 'anonymous', memberships: [] }];
  for (const kind of partyKinds) {
    const partyId = home[kind] ?? (await plantParty(database, kind, `Pihak ${kind} (demo)`));
    for (const role of roles)
      cast.push(await plantActor(database, `${kind} ${role}`, { partyId, kind, role }));
    const foreign = await plantParty(database, kind, `Pihak asing ${kind} (demo)`);
    if (kind !== 'observer' && kind !== 'administrator')
      cast.push(await plantActor(database, `foreign ${kind}`, { partyId: foreign, kind, role: 'chair' }));
  }
  const koperasiId = home.koperasi ?? '';
  cast.push(
    await plantActor(database, 'disabled', { partyId: koperasiId, kind: 'koperasi', role: 'chair' }, true),
  );
  return cast;
};
