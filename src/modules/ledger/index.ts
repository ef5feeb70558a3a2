import { AccountEntity, JournalEntity, PostingEntity } from './ledger.entity.js';

export { LedgerModule } from './ledger.module.js';
export { LedgerReader } from './ledger.reader.js';
export { postJournal, type JournalToPost } from './post-journal.js';
export const ledgerEntities = [AccountEntity, JournalEntity, PostingEntity];
