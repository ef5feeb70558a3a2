import { Global, Module } from '@nestjs/common';
import { AccessGuard } from '../../platform/auth/access.guard.js';
import { Sessions } from '../../platform/auth/sessions.js';
import { CloseSession } from './close-session.action.js';
import { BankAccountReader } from './decision/bank-account.reader.js';
import { decision } from './decision/wiring.js';
import { EndSession } from './end-session.action.js';
import { HappeningController } from './happening.controller.js';
import { HappeningReader } from './happening.reader.js';
import { joining } from './joining/wiring.js';
import { LegalFactController } from './legal/legal-fact.controller.js';
import { LegalFactReader } from './legal/legal-fact.reader.js';
import { RecordLegalFact } from './legal/record-legal-fact.action.js';
import { OpenSession } from './open-session.action.js';
import { personControllers, personProviders } from './person/parts.js';
import { PartyController } from './party.controller.js';
import { PartyReader } from './party.reader.js';
import { PartySessions } from './party-sessions.js';
import { PartyStore } from './party.store.js';
import { personal } from './personal/wiring.js';
import { PhoneReader } from './phone/phone.reader.js';
import { phone } from './phone/wiring.js';
import { PersonReader } from './person.reader.js';
import { PublicPartyReader } from './public-party.reader.js';
import { qualification } from './qualification/wiring.js';
import { readiness } from './readiness/wiring.js';
import { RegionController } from './region/region.controller.js';
import { RegionReader } from './region/region.reader.js';
import { ReinstateParty } from './reinstate-party.action.js';
import { RevokeSessions } from './revoke-sessions.action.js';
import { SessionController } from './session.controller.js';
import { SessionReader } from './session.reader.js';
import { SessionStore } from './session.store.js';
import { ClassSupplier } from './class-supplier.action.js';
import { SupplierClassController } from './supplier-class.controller.js';
import { SupplierClassReader } from './supplier-class.reader.js';
import { SuspendParty } from './suspend-party.action.js';

/** Global, because every stage's guard asks it who is calling. */
@Global()
@Module({
  controllers: [
    SessionController,
    PartyController,
    SupplierClassController,
    LegalFactController,
    HappeningController,
    ...joining.controllers,
    RegionController,
    ...qualification.controllers,
    ...readiness.controllers,
    ...decision.controllers,
    ...personal.controllers,
    ...phone.controllers,
    ...personControllers,
  ],
  providers: [
    { provide: Sessions, useClass: PartySessions },
    AccessGuard,
    PartyReader,
    PublicPartyReader,
    PersonReader,
    HappeningReader,
    PartyStore,
    SessionStore,
    SessionReader,
    OpenSession,
    CloseSession,
    EndSession,
    ...personProviders,
    RevokeSessions,
    SuspendParty,
    ReinstateParty,
    ClassSupplier,
    SupplierClassReader,
    LegalFactReader,
    RecordLegalFact,
    ...joining.providers,
    RegionReader,
    ...qualification.providers,
    ...readiness.providers,
    ...decision.providers,
    ...personal.providers,
    ...phone.providers,
  ],
  exports: [
    Sessions,
    AccessGuard,
    PartyReader,
    SupplierClassReader,
    LegalFactReader,
    BankAccountReader,
    PhoneReader,
  ],
})
export class PartyModule {}
