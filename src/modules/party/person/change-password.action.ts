import { Injectable } from '@nestjs/common';
import { judgePassword } from '../../../core/party/judge-password.js';
import { refuseParty } from '../../../core/party/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { refuseAccess } from '../../../platform/auth/refusals.js';
import { Db } from '../../../platform/db/db.js';
import { hashPassword, isPassword } from '../hash-password.js';
import { keepPassword } from '../keep-password.js';
import { PersonReader } from '../person.reader.js';
import { AttemptGate } from './attempt-gate.js';
import type { ChangePasswordRequest } from './person.dto.js';

/** Changes a person's own password and ends their other sessions; who found a telephone open cannot, without the old one. */
@Injectable()
export class ChangePassword {
  constructor(
    private readonly db: Db,
    private readonly people: PersonReader,
    private readonly gate: AttemptGate,
  ) {}

  async run(
    personId: string,
    tokenHash: Buffer,
    { current, password }: ChangePasswordRequest,
  ): Promise<void> {
    const counted = await this.gate.pass([{ gate: 'step-up', key: tokenHash.toString('hex') }]);
    const { login, passwordHash } = await this.people.ownCredentials(this.db, personId);
    if (passwordHash === null || !(await isPassword(passwordHash, current)))
      throw refuseParty('PASSWORD_WRONG', {}, 'current');
    await this.gate.takeBack(counted);
    judgePassword(password, login);
    const newHash = await hashPassword(password);
    await this.db.transaction(async (tx) => {
      const ended = await keepPassword(tx, personId, newHash, tokenHash);
      if (ended === undefined) throw refuseAccess('NOT_SIGNED_IN');
      await writeAudit(tx, {
        actorId: personId,
        action: 'password-changed',
        subjectType: 'person',
        subjectId: personId,
        data: { sessionsEnded: ended },
      });
    });
  }
}
