import { Injectable } from '@nestjs/common';
import { qualifySupplier } from '../../../core/party/qualification/judge-document.js';
import { refuseParty } from '../../../core/party/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import type { PartyView } from '../party.dto.js';
import { PartyReader } from '../party.reader.js';
import { PartyStore } from '../party.store.js';
import { PublicPartyReader } from '../public-party.reader.js';
import { tellParties } from '../tell-parties.js';
import { DocumentStore } from './document.store.js';
import { isMemberOf, requireJudge } from './reach-documents.js';

/** Makes a supplier of a candidate whose required documents are accepted: from then on it may offer and bid. */
@Injectable()
export class QualifySupplier {
  constructor(
    private readonly db: Db,
    private readonly parties: PartyReader,
    private readonly publicParties: PublicPartyReader,
    private readonly partyStore: PartyStore,
    private readonly store: DocumentStore,
  ) {}

  async run(principal: Principal, partyId: string): Promise<PartyView> {
    await requireJudge(this.db, this.parties, principal, partyId);
    return this.db.across('judge-supplier').transaction(async (tx) => {
      const party = await this.partyStore.lockStanding(tx, partyId);
      if (party === undefined) throw refuseParty('PARTY_NOT_FOUND');
      const acceptedKinds = await this.store.acceptedKinds(tx, partyId);
      qualifySupplier({ ...party, acceptedKinds }, { isMember: isMemberOf(principal, partyId) });
      await this.store.qualify(tx, partyId);
      await writeAudit(tx, {
        actorId: principal.personId,
        action: 'supplier-qualified',
        subjectType: 'party',
        subjectId: partyId,
        data: { documents: acceptedKinds.join(' ') },
      });
      await tellParties(tx, {
        ...{ partyIds: [partyId], kind: 'supplier-qualified', subjectType: 'party', subjectId: partyId },
        data: {},
      });
      return this.publicParties.one(tx, partyId);
    });
  }
}
