import {
  HappeningEntity,
  MembershipEntity,
  PartyEntity,
  PersonEntity,
  RegionEntity,
  SessionEntity,
  SupplierClassEntity,
} from './party.entity.js';

export { PartyModule } from './party.module.js';
export { hashPassword } from './hash-password.js';
export { tellParties } from './tell-parties.js';
export { SupplierClassReader } from './supplier-class.reader.js';

export const partyEntities = [
  RegionEntity,
  PartyEntity,
  PersonEntity,
  MembershipEntity,
  SessionEntity,
  HappeningEntity,
  SupplierClassEntity,
];
