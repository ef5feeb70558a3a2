import { gatewayEntities } from './gateway.entity.js';
import { DueCoverEntity, DueEntity } from './payment.entity.js';
import { CreditTermsEntity, DueReminderEntity } from './terms/terms.entity.js';

export { askAboutDues } from './ask-about-dues.js';
export { cancelDue } from './cancel-due.js';
export { changeDue } from './change-due.js';
export { confirmClaim } from './confirm-claim.js';
export { coverDue } from './cover-due.js';
export { DueStore, type LockedDue, type NewCover, type NewDue } from './due.store.js';
export { DueFirm, DueReopened, DueSettled } from './payment.events.js';
export {
  keepProof,
  proofContent,
  proofsOf,
  readFile,
  type Proof,
  type ProofShelf,
  type ShownFile,
} from './keep-proof.js';
export { OPEN_DUE, OpenDueView } from './open-due.dto.js';
export { PaymentModule } from './payment.module.js';
export { ProofListView, ProofQuery, ProofView } from './proof.dto.js';
export { GrantTerms } from './terms/grant-terms.action.js';
export { paymentDays } from './terms/payment-days.js';
export { ResolveSuspense } from './resolve-suspense.action.js';
export { raiseDue } from './raise-due.js';
export { StateOutcome } from './state-outcome.action.js';
export const paymentEntities = [
  DueEntity,
  DueCoverEntity,
  CreditTermsEntity,
  DueReminderEntity,
  ...gatewayEntities,
];
