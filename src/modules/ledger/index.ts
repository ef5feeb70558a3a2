import {
  AccountDayEntity,
  AccountEntity,
  JournalEntity,
  LedgerCheckEntity,
  LedgerHoldEntity,
  PostingEntity,
  PostingTailEntity,
} from './ledger.entity.js';

export { holdFunds, pendingHold, postHold, voidHold } from './hold-funds.js';
export { LedgerModule } from './ledger.module.js';
export { LedgerReader } from './ledger.reader.js';
export { postJournal, type JournalToPost } from './post-journal.js';
export { reverseJournal, type Reversal } from './reverse-journal.js';
export const ledgerEntities = [
  AccountEntity,
  JournalEntity,
  PostingEntity,
  AccountDayEntity,
  PostingTailEntity,
  LedgerHoldEntity,
  LedgerCheckEntity,
];
