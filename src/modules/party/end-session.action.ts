import { Injectable } from '@nestjs/common';
import { refuseParty } from '../../core/party/refusals.js';
import { Db } from '../../platform/db/db.js';
import { SessionStore } from './session.store.js';

/** Ends one of a person's own sessions, such as that of a telephone that was sold. */
@Injectable()
export class EndSession {
  constructor(
    private readonly db: Db,
    private readonly sessions: SessionStore,
  ) {}

  async run(personId: string, sessionId: string): Promise<void> {
    if ((await this.sessions.revokeOne(this.db, personId, sessionId)) === 0)
      throw refuseParty('SESSION_NOT_FOUND');
  }
}
