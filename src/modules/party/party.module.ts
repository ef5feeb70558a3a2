import { Global, Module } from '@nestjs/common';
import { AccessGuard } from '../../platform/auth/access.guard.js';
import { Sessions } from '../../platform/auth/sessions.js';
import { CloseSession } from './close-session.action.js';
import { HappeningController } from './happening.controller.js';
import { HappeningReader } from './happening.reader.js';
import { OpenSession } from './open-session.action.js';
import { PartyController } from './party.controller.js';
import { PartyReader } from './party.reader.js';
import { PartySessions } from './party-sessions.js';
import { PartyStore } from './party.store.js';
import { PersonReader } from './person.reader.js';
import { PublicPartyReader } from './public-party.reader.js';
import { ReinstateParty } from './reinstate-party.action.js';
import { RevokeSessions } from './revoke-sessions.action.js';
import { SessionController } from './session.controller.js';
import { SessionStore } from './session.store.js';
import { ClassSupplier } from './class-supplier.action.js';
import { SupplierClassController } from './supplier-class.controller.js';
import { SupplierClassReader } from './supplier-class.reader.js';
import { SuspendParty } from './suspend-party.action.js';

/** Global, because every stage's guard asks it who is calling. */
@Global()
@Module({
  controllers: [SessionController, PartyController, HappeningController, SupplierClassController],
  providers: [
    { provide: Sessions, useClass: PartySessions },
    AccessGuard,
    PartyReader,
    PublicPartyReader,
    PersonReader,
    HappeningReader,
    PartyStore,
    SessionStore,
    OpenSession,
    CloseSession,
    RevokeSessions,
    SuspendParty,
    ReinstateParty,
    ClassSupplier,
    SupplierClassReader,
  ],
  exports: [Sessions, AccessGuard, PartyReader, SupplierClassReader],
})
export class PartyModule {}
