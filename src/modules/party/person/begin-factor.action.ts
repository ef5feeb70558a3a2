import { Inject, Injectable } from '@nestjs/common';
import { toString as drawQr } from 'qrcode';
import { refuseParty } from '../../../core/party/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { CONFIG, type Config } from '../../../platform/config/config.js';
import { Db } from '../../../platform/db/db.js';
import { PersonReader } from '../person.reader.js';
import type { FactorBegunView } from './person.dto.js';
import { SecondFactorStore } from './second-factor.store.js';
import { describeTotp, newTotpSecret } from './totp.js';

/** Begins to set up an authenticator app; until a code of it confirms it, nothing asks for one. Again begins anew. */
@Injectable()
export class BeginFactor {
  constructor(
    private readonly db: Db,
    private readonly people: PersonReader,
    private readonly factors: SecondFactorStore,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DISPLAY_NAME'>,
  ) {}

  async run(personId: string): Promise<FactorBegunView> {
    const secret = newTotpSecret();
    const { person } = await this.people.meOf(this.db, personId);
    await this.db.transaction(async (tx) => {
      if (!(await this.factors.begin(tx, personId, secret))) throw refuseParty('SECOND_FACTOR_ALREADY_ON');
      await writeAudit(tx, {
        actorId: personId,
        action: 'second-factor-begun',
        subjectType: 'person',
        subjectId: personId,
      });
    });
    const described = describeTotp(secret, this.config.DISPLAY_NAME, person.login);
    return { ...described, qr: await drawQr(described.uri, { type: 'utf8' }) };
  }
}
