import { Injectable } from '@nestjs/common';
import { Db } from '../../platform/db/db.js';
import { SessionStore } from './session.store.js';

/** Signs out: this one session ends; the same person's other devices stay signed in. */
@Injectable()
export class CloseSession {
  constructor(
    private readonly db: Db,
    private readonly sessions: SessionStore,
  ) {}

  async run(tokenHash: Buffer): Promise<void> {
    await this.sessions.revoke(this.db, tokenHash);
  }
}
