import {
  BankAccountEntity,
  BankAccountStopEntity,
  DecisionEntity,
  HouseRuleEntity,
} from './decision/decision.entity.js';
import { LegalFactEntity } from './legal/legal-fact.entity.js';
import { InvitationEntity } from './joining/invitation.entity.js';
import { PartyDocumentContentEntity, PartyDocumentEntity } from './qualification/document.entity.js';
import {
  HappeningEntity,
  MembershipEntity,
  PartyEntity,
  PersonEntity,
  RegionEntity,
  SessionEntity,
  SupplierClassEntity,
} from './party.entity.js';
import { PartyPhoneEntity } from './phone/phone.entity.js';
import { personEntities } from './person/person.entity.js';

export { PartyModule } from './party.module.js';
export { createAdministrator } from './create-administrator.js';
export { createPerson } from './create-person.js';
export { hashPassword } from './hash-password.js';
export { forgetCredentials } from './person/forget-credentials.js';
export { PhoneReader } from './phone/phone.reader.js';
export { LegalFactReader } from './legal/legal-fact.reader.js';
export { SupplierClassReader } from './supplier-class.reader.js';
export { BankAccountReader } from './decision/bank-account.reader.js';
export { DecisionApproved } from './decision/decision.events.js';
export { proposeDecision } from './decision/propose-decision.js';
export { PartySuspended } from './party.events.js';
export { tellParties } from './tell-parties.js';

export const partyEntities = [
  RegionEntity,
  PartyEntity,
  PersonEntity,
  MembershipEntity,
  SessionEntity,
  SupplierClassEntity,
  HappeningEntity,
  InvitationEntity,
  PartyDocumentEntity,
  PartyDocumentContentEntity,
  DecisionEntity,
  BankAccountEntity,
  BankAccountStopEntity,
  HouseRuleEntity,
  LegalFactEntity,
  PartyPhoneEntity,
  ...personEntities,
];
