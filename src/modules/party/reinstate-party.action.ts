import { Injectable } from '@nestjs/common';
import { reinstateParty } from '../../core/party/judge-standing.js';
import { refuseParty } from '../../core/party/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { findJudge } from './find-judge.js';
import type { PartyView } from './party.dto.js';
import { PartyReader } from './party.reader.js';
import { PartyStore } from './party.store.js';
import { PublicPartyReader } from './public-party.reader.js';
import { tellParties } from './tell-parties.js';

/** Takes a suspension back; the audit trail keeps that there was one. */
@Injectable()
export class ReinstateParty {
  constructor(
    private readonly db: Db,
    private readonly store: PartyStore,
    private readonly parties: PartyReader,
    private readonly publicParties: PublicPartyReader,
  ) {}

  run(principal: Principal, partyId: string): Promise<PartyView> {
    return this.db.transaction(async (tx) => {
      const standing = await this.store.lockStanding(tx, partyId);
      if (standing === undefined) throw refuseParty('PARTY_NOT_FOUND');
      reinstateParty(standing, await findJudge(tx, this.parties, principal));
      await this.store.reinstate(tx, partyId);
      await tellParties(tx, {
        ...{ partyIds: [partyId], kind: 'party-reinstated', subjectType: 'party', subjectId: partyId },
        data: {},
      });
      await writeAudit(tx, {
        actorId: principal.personId,
        action: 'party-reinstated',
        subjectType: 'party',
        subjectId: partyId,
      });
      return this.publicParties.one(tx, partyId);
    });
  }
}
