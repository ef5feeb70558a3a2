import { Injectable } from '@nestjs/common';
import { judgePassword } from '../../../core/party/judge-password.js';
import { refuseParty } from '../../../core/party/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import { networkOf } from '../../../platform/edge/network-of.js';
import { plainLogin } from '../create-person.js';
import { hashPassword } from '../hash-password.js';
import { keepPassword } from '../keep-password.js';
import { AttemptGate } from './attempt-gate.js';
import { AttemptStore } from './attempt.store.js';
import { OneTimeCodeStore } from './one-time-code.store.js';
import type { RedeemCodeRequest } from './person.dto.js';

/**
 * A one-time code buys a new password, once, and ends every session there is; an authenticator stays on. It opens
 * the gates that others' guesses closed: who holds the code is the person.
 */
@Injectable()
export class RedeemCode {
  constructor(
    private readonly db: Db,
    private readonly codes: OneTimeCodeStore,
    private readonly gate: AttemptGate,
    private readonly attempts: AttemptStore,
  ) {}

  /** @param address the caller's, for limits. */
  async run({ login: typed, code, password }: RedeemCodeRequest, address: string): Promise<void> {
    const login = plainLogin(typed);
    const from = networkOf(address);
    judgePassword(password, login);
    const counted = await this.gate.pass([{ gate: 'redeem', key: from }]);
    const passwordHash = await hashPassword(password);
    const isRight = await this.db.across('password-reset').transaction(async (tx) => {
      const personId = await this.codes.use(tx, login, code);
      if (personId === undefined) return false;
      const ended = await keepPassword(tx, personId, passwordHash);
      if (ended === undefined) throw refuseParty('CODE_REFUSED', {}, 'code');
      await this.attempts.clear(tx, [
        { gate: 'pair', key: `${login} ${from}` },
        { gate: 'account', key: login },
      ]);
      await writeAudit(tx, {
        actorId: personId,
        action: 'password-reset',
        subjectType: 'person',
        subjectId: personId,
        data: { sessionsEnded: ended },
      });
      return true;
    });
    if (!isRight) throw refuseParty('CODE_REFUSED', {}, 'code');
    await this.gate.takeBack(counted);
  }
}
