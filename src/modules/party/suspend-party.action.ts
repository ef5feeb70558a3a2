import { Injectable } from '@nestjs/common';
import { suspendParty } from '../../core/party/judge-standing.js';
import { refuseParty } from '../../core/party/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { record } from '../../platform/event/record.js';
import { findJudge } from './find-judge.js';
import type { PartyView } from './party.dto.js';
import { PartySuspended } from './party.events.js';
import { PartyReader } from './party.reader.js';
import { PartyStore } from './party.store.js';
import { PublicPartyReader } from './public-party.reader.js';
import { tellParties } from './tell-parties.js';

/** Suspends a party with a reason: what it has under way goes on, what is new is refused by each stage. */
@Injectable()
export class SuspendParty {
  constructor(
    private readonly db: Db,
    private readonly store: PartyStore,
    private readonly parties: PartyReader,
    private readonly publicParties: PublicPartyReader,
  ) {}

  run(principal: Principal, partyId: string, reason: string): Promise<PartyView> {
    return this.db.transaction(async (tx) => {
      const standing = await this.store.lockStanding(tx, partyId);
      if (standing === undefined) throw refuseParty('PARTY_NOT_FOUND');
      suspendParty(standing, await findJudge(tx, this.parties, principal));
      await this.store.suspend(tx, partyId, reason);
      await record(tx, PartySuspended.of({ partyId }));
      await tellParties(tx, {
        ...{ partyIds: [partyId], kind: 'party-suspended', subjectType: 'party', subjectId: partyId },
        data: { reason },
      });
      await writeAudit(tx, {
        actorId: principal.personId,
        action: 'party-suspended',
        subjectType: 'party',
        subjectId: partyId,
      });
      return this.publicParties.one(tx, partyId);
    });
  }
}
