import { MembershipEntity, PartyEntity, PersonEntity, RegionEntity, SessionEntity } from './party.entity.js';

export { PartyModule } from './party.module.js';
export { hashPassword } from './hash-password.js';

export const partyEntities = [RegionEntity, PartyEntity, PersonEntity, MembershipEntity, SessionEntity];
