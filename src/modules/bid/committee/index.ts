import { BeginKeyOpening } from './begin-key-opening.action.js';
import { CallForKeys } from './call-for-keys.action.js';
import { CeremonyReader } from './ceremony.reader.js';
import { CommitteeController } from './committee.controller.js';
import { CommitteeReader } from './committee.reader.js';
import { CommitteeStore } from './committee.store.js';
import { JoinKey } from './join-key.action.js';
import { KeyOpeningController } from './key-opening.controller.js';
import { KeyWaitStore } from './key-wait.store.js';
import { MakeSealingKey } from './make-sealing-key.action.js';
import { RegisterHolderKey } from './register-holder-key.action.js';
import { ReleaseShare } from './release-share.action.js';
import { SealedTermsController } from './sealed-terms.controller.js';

export { committeeEntities } from './committee.entity.js';
export const committeeControllers = [CommitteeController, KeyOpeningController, SealedTermsController];
export const committeeProviders = [
  BeginKeyOpening,
  CallForKeys,
  CeremonyReader,
  CommitteeReader,
  CommitteeStore,
  JoinKey,
  KeyWaitStore,
  MakeSealingKey,
  RegisterHolderKey,
  ReleaseShare,
];
