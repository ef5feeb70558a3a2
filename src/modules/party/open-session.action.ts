import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { describeDevice } from '../../core/party/describe-device.js';
import { refuseParty } from '../../core/party/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { hashToken } from '../../platform/auth/sessions.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Db } from '../../platform/db/db.js';
import { networkOf } from '../../platform/edge/network-of.js';
import { plainLogin } from './create-person.js';
import { hashPassword, isPassword, isWeaklyHashed } from './hash-password.js';
import { AttemptGate } from './person/attempt-gate.js';
import { CheckFactor } from './person/check-factor.action.js';
import { SecondFactorStore } from './person/second-factor.store.js';
import { PersonReader } from './person.reader.js';
import type { OpenSessionRequest, SessionView } from './session.dto.js';
import { SessionStore } from './session.store.js';

const TOKEN_BYTES = 32;

/**
 * Signs a person in. Unknown logins cost the same work as wrong passwords, and are slowed down the same, so that
 * neither time nor refusals tell them apart.
 */
@Injectable()
export class OpenSession {
  /** A password nobody has. */
  private readonly decoy = hashPassword(randomBytes(TOKEN_BYTES).toString('base64url'));

  constructor(
    private readonly db: Db,
    private readonly people: PersonReader,
    private readonly sessions: SessionStore,
    private readonly gate: AttemptGate,
    private readonly factors: SecondFactorStore,
    private readonly checkFactor: CheckFactor,
    @Inject(CONFIG) private readonly config: Pick<Config, 'SESSION_HOURS'>,
  ) {}

  /** @param address the caller's, for limits; `userAgent`: what their program calls itself. */
  async run(
    { login: typed, password, code }: OpenSessionRequest,
    address: string,
    userAgent = '',
  ): Promise<SessionView> {
    const db = this.db.across('sign-in');
    const login = plainLogin(typed);
    const from = networkOf(address);
    const counted = await this.gate.pass([
      { gate: 'pair', key: `${login} ${from}` },
      { gate: 'account', key: login },
      { gate: 'address', key: from },
    ]);
    const personId = await this.identify(login, password);
    const needsCode = await this.factors.isOn(db, personId);
    if (needsCode && code === undefined) {
      await this.gate.takeBack(counted);
      throw refuseParty('SECOND_FACTOR_REQUIRED', {}, 'code');
    }
    if (needsCode && code !== undefined) await this.checkFactor.run(personId, code);
    await this.gate.takeBack(counted, true);
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const { SESSION_HOURS: hours } = this.config;
    const device = describeDevice(userAgent);
    const expiresAt = await this.sessions.open(db, { tokenHash: hashToken(token), personId, hours, device });
    if (expiresAt === undefined) throw refuseParty('LOGIN_REFUSED');
    return { token, expiresAt, ...(await this.people.meOf(db, personId)) };
  }

  private async identify(login: string, password: string): Promise<string> {
    const db = this.db.across('sign-in');
    const known = await this.people.credentialsOf(db, login);
    const isRight = await isPassword(known?.passwordHash ?? (await this.decoy), password);
    if (known?.passwordHash == null || !isRight) throw refuseParty('LOGIN_REFUSED');
    // The one moment at which the password is there to be hashed as it now should be.
    if (isWeaklyHashed(known.passwordHash)) await this.hashAnew(known.id, known.passwordHash, password);
    return known.id;
  }

  private async hashAnew(personId: string, before: string, password: string): Promise<void> {
    const hash = await hashPassword(password);
    await this.db.across('sign-in').transaction(async (tx) => {
      const changed = await tx.change(
        'UPDATE person SET password_hash = $3 WHERE id = $1 AND password_hash = $2',
        [personId, before, hash],
      );
      // Of two sign-ins at once the second finds it done.
      if (changed > 0)
        await writeAudit(tx, {
          ...{
            actorId: personId,
            action: 'password-hashed-anew',
            subjectType: 'person',
            subjectId: personId,
          },
        });
    });
  }
}
