import { hash as argonHash, argon2id } from 'argon2';
import { createPerson } from '../../src/modules/party/index.js';
import { OpenSession } from '../../src/modules/party/open-session.action.js';
import { PartySessions } from '../../src/modules/party/party-sessions.js';
import { PersonReader } from '../../src/modules/party/person.reader.js';
import { AskReset } from '../../src/modules/party/person/ask-reset.action.js';
import { AttemptGate } from '../../src/modules/party/person/attempt-gate.js';
import { AttemptStore } from '../../src/modules/party/person/attempt.store.js';
import { BeginFactor } from '../../src/modules/party/person/begin-factor.action.js';
import { ChangePassword } from '../../src/modules/party/person/change-password.action.js';
import { CheckFactor } from '../../src/modules/party/person/check-factor.action.js';
import { ConfirmFactor } from '../../src/modules/party/person/confirm-factor.action.js';
import { DisablePerson } from '../../src/modules/party/person/disable-person.action.js';
import { EnablePerson } from '../../src/modules/party/person/enable-person.action.js';
import { EndFactor } from '../../src/modules/party/person/end-factor.action.js';
import { OnResetAsked } from '../../src/modules/party/person/on-reset-asked.consumer.js';
import { OneTimeCodeStore } from '../../src/modules/party/person/one-time-code.store.js';
import { PersonStore } from '../../src/modules/party/person/person.store.js';
import { RedeemCode } from '../../src/modules/party/person/redeem-code.action.js';
import { SecondFactorStore } from '../../src/modules/party/person/second-factor.store.js';
import { StepUp } from '../../src/modules/party/person/step-up.action.js';
import { SessionStore } from '../../src/modules/party/session.store.js';
import { hashToken } from '../../src/platform/auth/sessions.js';
import type { Db } from '../../src/platform/db/db.js';
import { withinScope } from '../../src/platform/db/scope.js';
import { Messenger, type Message } from '../../src/platform/messenger/messenger.js';
import { SecretKey } from '../../src/platform/secret/secret-key.js';
import { auditPlanting } from './audit-planting.js';
import type { TestDatabase } from './database.js';

/** A hash that costs next to nothing, for tests about something else than its cost. */
export const cheapHash = (password: string): Promise<string> =>
  argonHash(password, { type: argon2id, memoryCost: 64, timeCost: 2, parallelism: 1 });

export class KeptMessages extends Messenger {
  readonly sent: Message[] = [];
  async send(message: Message): Promise<void> {
    this.sent.push(message);
  }
}

export const HOME = '36.70.1.9';
export const SECRET = 'a-secret-of-more-than-32-characters';

const settings = {
  SESSION_HOURS: 12,
  SESSION_IDLE_MINUTES: 30,
  STEP_UP_MINUTES: 15,
  DISPLAY_NAME: 'Sepikul uji',
} as const;

/** The actions about people, put together as one process has them, on its database and key. */
export const peopleOf = (db: Db, secret = SECRET) => {
  const key = new SecretKey(secret, '');
  const reader = new PersonReader();
  const sessions = new SessionStore();
  const attempts = new AttemptStore();
  const gate = new AttemptGate(db, attempts);
  const factors = new SecondFactorStore(key);
  const codes = new OneTimeCodeStore();
  const store = new PersonStore();
  const checkFactor = new CheckFactor(db, factors, gate);
  const messenger = new KeptMessages();
  const guard = new PartySessions(db, settings);
  return {
    gate,
    factors,
    checkFactor,
    sessions,
    messenger,
    principalOf: (token: string) =>
      withinScope({ purpose: 'sign-in' }, () => guard.principalOf(hashToken(token))),
    open: new OpenSession(db, reader, sessions, gate, factors, checkFactor, settings),
    stepUp: new StepUp(db, reader, sessions, gate, factors, checkFactor, settings),
    beginFactor: new BeginFactor(db, reader, factors, settings),
    confirmFactor: new ConfirmFactor(db, factors, gate),
    endFactor: new EndFactor(db, factors),
    changePassword: new ChangePassword(db, reader, gate),
    askReset: new AskReset(db, reader, codes, gate, key),
    redeem: new RedeemCode(db, codes, gate, attempts),
    onResetAsked: new OnResetAsked(messenger, key),
    disable: new DisablePerson(db, store),
    enable: new EnablePerson(db, store),
  };
};

/** Runs what a signed-in person does, as the request's scope has it. */
export const as = <Result>(personId: string, work: () => Promise<Result>): Promise<Result> =>
  withinScope({ principal: { personId, memberships: [] } }, work);

/** Somebody with a login, a password and a contact. */
export const plantPerson = async (
  { db }: Pick<TestDatabase, 'db'>,
  login: string,
  password: string,
  contact: string | null = `${login}@contoh.id`,
): Promise<string> => {
  const passwordHash = await cheapHash(password);
  return db.across('people').transaction(async (tx) => {
    await auditPlanting(tx);
    return createPerson(tx, { login, name: `Uji ${login}`, passwordHash, contact });
  });
};
