import { refuseParty } from '../../core/party/refusals.js';
import { judgeLogin } from '../../core/party/judge-login.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { createPerson, plainLogin } from './create-person.js';
import { makeCode } from './person/make-code.js';
import { OneTimeCodeStore } from './person/one-time-code.store.js';

const CODE = 'ADMIN';
/** A day, for somebody has to be told. */
const FIRST_CODE_MINUTES = 1440;

/** The administration, locked, made where there is none: so that two who add administrators do it one after the other. */
const lockAdministration = async (tx: Tx): Promise<string> => {
  await tx.change(
    `INSERT INTO party (id, kind, code, name) SELECT $1, 'administrator', $2, 'Administrator'
     WHERE NOT EXISTS (SELECT FROM party WHERE kind = 'administrator' AND NOT is_demo) ON CONFLICT DO NOTHING`,
    [newId(), CODE],
  );
  const party = await tx.first<{ id: string }>(
    `SELECT id FROM party WHERE kind = 'administrator' AND NOT is_demo ORDER BY created_at, id LIMIT 1 FOR UPDATE`,
  );
  if (party === undefined) throw new Error(`the code ${CODE} belongs to a party that is no administration`);
  return party.id;
};

/**
 * Adds an administrator from the machine itself, where there is nobody yet to invite one.
 * @returns the one-time code with which they choose a password.
 * @throws Refusal ADMINISTRATOR_EXISTS unless `another`, LOGIN_TAKEN, LOGIN_UNFIT
 */
export const createAdministrator = async (
  db: Db,
  { login, name, another }: { login: string; name: string; another: boolean },
): Promise<string> => {
  judgeLogin(plainLogin(login));
  return db.across('people').transaction(async (tx) => {
    const partyId = await lockAdministration(tx);
    const there = await tx.first(
      `SELECT FROM membership JOIN party ON party.id = party_id JOIN person ON person.id = person_id
       WHERE kind = 'administrator' AND role IN ('officer', 'chair') AND disabled_at IS NULL LIMIT 1`,
    );
    if (there !== undefined && !another) throw refuseParty('ADMINISTRATOR_EXISTS');
    const personId = await createPerson(tx, { login, name, passwordHash: null });
    await tx.change(
      `INSERT INTO membership (person_id, party_id, role) SELECT $1, $2, unnest(ARRAY['officer', 'chair'])`,
      [personId, partyId],
    );
    const plain = makeCode();
    await new OneTimeCodeStore().keep(tx, { id: newId(), personId, plain, minutes: FIRST_CODE_MINUTES });
    await writeAudit(tx, {
      actorId: null,
      action: 'administrator-created',
      subjectType: 'person',
      subjectId: personId,
    });
    return plain;
  });
};
