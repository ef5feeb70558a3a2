import { Injectable } from '@nestjs/common';
import { refuseParty } from '../../../core/party/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import { AttemptGate } from './attempt-gate.js';
import { hashCode } from '../hash-code.js';
import { makeCode, readCode } from './make-code.js';
import type { RecoveryCodesView } from './person.dto.js';
import { SecondFactorStore } from './second-factor.store.js';
import { stepOfCode } from './totp.js';

const RECOVERY_CODES = 8;

/** Turns an authenticator on by its first code, and answers the recovery codes, this once. */
@Injectable()
export class ConfirmFactor {
  constructor(
    private readonly db: Db,
    private readonly factors: SecondFactorStore,
    private readonly gate: AttemptGate,
  ) {}

  async run(personId: string, code: string): Promise<RecoveryCodesView> {
    const counted = await this.gate.pass([{ gate: 'factor', key: personId }]);
    const recoveryCodes = Array.from({ length: RECOVERY_CODES }, () => makeCode());
    await this.db.transaction(async (tx) => {
      const factor = await this.factors.lock(tx, personId);
      if (factor === undefined) throw refuseParty('SECOND_FACTOR_NOT_BEGUN');
      if (factor.isOn) throw refuseParty('SECOND_FACTOR_ALREADY_ON');
      const step = stepOfCode(factor.secret, code.replace(/\s/g, ''), factor.now);
      if (step === undefined || !(await this.factors.useStep(tx, personId, step)))
        throw refuseParty('CODE_REFUSED', {}, 'code');
      await this.factors.confirm(tx, personId);
      const hashes = recoveryCodes.map((each) => hashCode(readCode(each)));
      await this.factors.replaceRecoveryCodes(tx, personId, hashes);
      await writeAudit(tx, {
        actorId: personId,
        action: 'second-factor-on',
        subjectType: 'person',
        subjectId: personId,
      });
    });
    await this.gate.takeBack(counted);
    return { recoveryCodes };
  }
}
