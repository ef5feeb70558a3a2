import { randomBytes } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { refuseParty } from '../../core/party/refusals.js';
import { hashToken } from '../../platform/auth/sessions.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Db } from '../../platform/db/db.js';
import { hashPassword, isPassword } from './hash-password.js';
import { PersonReader } from './person.reader.js';
import type { OpenSessionRequest, SessionView } from './session.dto.js';
import { SessionStore } from './session.store.js';

const TOKEN_BYTES = 32;

/** Signs a person in. Unknown logins cost the same work as wrong passwords, so that time does not tell them apart. */
@Injectable()
export class OpenSession {
  /** A password nobody has. */
  private readonly decoy = hashPassword(randomBytes(TOKEN_BYTES).toString('base64url'));

  constructor(
    private readonly db: Db,
    private readonly people: PersonReader,
    private readonly sessions: SessionStore,
    @Inject(CONFIG) private readonly config: Pick<Config, 'SESSION_HOURS'>,
  ) {}

  async run({ login, password }: OpenSessionRequest): Promise<SessionView> {
    const personId = await this.identify(login.trim().toLowerCase(), password);
    const token = randomBytes(TOKEN_BYTES).toString('base64url');
    const expiresAt = await this.sessions.open(this.db, {
      tokenHash: hashToken(token),
      personId,
      hours: this.config.SESSION_HOURS,
    });
    if (expiresAt === undefined) throw refuseParty('LOGIN_REFUSED');
    return { token, expiresAt, ...(await this.people.meOf(this.db, personId)) };
  }

  private async identify(login: string, password: string): Promise<string> {
    const known = await this.people.credentialsOf(this.db, login);
    const isRight = await isPassword(known?.passwordHash ?? (await this.decoy), password);
    if (known === undefined || !isRight) throw refuseParty('LOGIN_REFUSED');
    return known.id;
  }
}
