import { Inject, Injectable } from '@nestjs/common';
import { refuseAccess } from '../../../platform/auth/refusals.js';
import { refuseParty } from '../../../core/party/refusals.js';
import { CONFIG, type Config } from '../../../platform/config/config.js';
import { Db } from '../../../platform/db/db.js';
import { isPassword } from '../hash-password.js';
import { PersonReader } from '../person.reader.js';
import type { SteppedUpView, StepUpRequest } from '../session.dto.js';
import { SessionStore } from '../session.store.js';
import { AttemptGate } from './attempt-gate.js';
import { CheckFactor } from './check-factor.action.js';
import { SecondFactorStore } from './second-factor.store.js';

const MINUTE_MS = 60_000;

/** Somebody signed in proves again that it is them: by their authenticator where they have one, else by the password. */
@Injectable()
export class StepUp {
  constructor(
    private readonly db: Db,
    private readonly people: PersonReader,
    private readonly sessions: SessionStore,
    private readonly gate: AttemptGate,
    private readonly factors: SecondFactorStore,
    private readonly checkFactor: CheckFactor,
    @Inject(CONFIG) private readonly config: Pick<Config, 'STEP_UP_MINUTES'>,
  ) {}

  async run(personId: string, tokenHash: Buffer, { password, code }: StepUpRequest): Promise<SteppedUpView> {
    const counted = await this.gate.pass([{ gate: 'step-up', key: tokenHash.toString('hex') }]);
    if (await this.factors.isOn(this.db, personId)) {
      if (code === undefined) throw refuseParty('SECOND_FACTOR_REQUIRED', {}, 'code');
      await this.checkFactor.run(personId, code);
    } else await this.requirePassword(personId, password);
    await this.gate.takeBack(counted);
    const at = await this.sessions.stepUp(this.db, tokenHash);
    if (at === undefined) throw refuseAccess('NOT_SIGNED_IN');
    return { until: new Date(at.getTime() + this.config.STEP_UP_MINUTES * MINUTE_MS) };
  }

  private async requirePassword(personId: string, password: string | undefined): Promise<void> {
    const { passwordHash } = await this.people.ownCredentials(this.db, personId);
    if (passwordHash === null || password === undefined || !(await isPassword(passwordHash, password)))
      throw refuseParty('PASSWORD_WRONG', {}, 'password');
  }
}
