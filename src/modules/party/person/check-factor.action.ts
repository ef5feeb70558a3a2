import { Injectable } from '@nestjs/common';
import { refuseParty } from '../../../core/party/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import type { Tx } from '../../../platform/db/sql.js';
import { AttemptGate } from './attempt-gate.js';
import { hashCode } from '../hash-code.js';
import { readCode } from './make-code.js';
import { SecondFactorStore } from './second-factor.store.js';
import { stepOfCode } from './totp.js';

/** Takes a person's second factor: a code of their app or a recovery code, each once, however many send it at once. */
@Injectable()
export class CheckFactor {
  constructor(
    private readonly db: Db,
    private readonly factors: SecondFactorStore,
    private readonly gate: AttemptGate,
  ) {}

  /** @throws Refusal CODE_REFUSED, or TOO_MANY_ATTEMPTS; a person without a second factor has no right code. */
  async run(personId: string, code: string): Promise<void> {
    const counted = await this.gate.pass([{ gate: 'factor', key: personId }]);
    // By itself, whatever else the request does: a code that was right once is used up.
    if (!(await this.db.across('sign-in').transaction((tx) => this.isRight(tx, personId, code))))
      throw refuseParty('CODE_REFUSED', {}, 'code');
    await this.gate.takeBack(counted);
  }

  private async isRight(tx: Tx, personId: string, code: string): Promise<boolean> {
    const factor = await this.factors.lock(tx, personId);
    if (factor?.isOn !== true) return false;
    const digits = code.replace(/\s/g, '');
    if (/^\d{6}$/.test(digits)) {
      const step = stepOfCode(factor.secret, digits, factor.now);
      if (step === undefined || !(await this.factors.useStep(tx, personId, step))) return false;
      await this.note(tx, personId, 'second-factor-used');
      return true;
    }
    if (!(await this.factors.useRecoveryCode(tx, personId, hashCode(readCode(code))))) return false;
    await this.note(tx, personId, 'recovery-code-used');
    return true;
  }

  private note(tx: Tx, personId: string, action: string): Promise<void> {
    return writeAudit(tx, { actorId: personId, action, subjectType: 'person', subjectId: personId });
  }
}
