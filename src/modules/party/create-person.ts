import { refuseParty } from '../../core/party/refusals.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';

export interface NewPerson {
  /** Upper and lower case are the same. */
  readonly login: string;
  readonly name: string;
  /** Null for somebody who sets a password by a one-time code. Made by `hashPassword` of what `judgePassword` let pass. */
  readonly passwordHash: string | null;
  /** Where messages go; null for nowhere. */
  readonly contact?: string | null;
}

export const plainLogin = (login: string): string => login.trim().toLowerCase();

/** Adds a person without any role, and says the id. @throws Refusal LOGIN_TAKEN, on the field `login`. */
export const createPerson = async (tx: Tx, person: NewPerson): Promise<string> => {
  const id = newId();
  const added = await tx.change(
    `INSERT INTO person (id, login, name, password_hash, contact) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (login) DO NOTHING`,
    [id, plainLogin(person.login), person.name, person.passwordHash, person.contact ?? null],
  );
  if (added === 0) throw refuseParty('LOGIN_TAKEN', {}, 'login');
  return id;
};
