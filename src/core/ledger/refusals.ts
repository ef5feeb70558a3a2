import { refusals } from '../kernel/refuse.js';

export const refuseLedger = refusals({
  JOURNAL_EMPTY: {
    status: 422,
    id: 'Jurnal harus punya debit dan kredit.',
    en: 'A journal needs a debit and a credit.',
  },
  POSTING_ZERO: {
    status: 422,
    id: 'Baris jurnal tidak boleh nol.',
    en: 'A posting must not be zero.',
  },
  JOURNAL_UNBALANCED: {
    status: 422,
    id: 'Debit dan kredit berselisih Rp{differenceRp}.',
    en: 'Debits and credits differ by Rp{differenceRp}.',
  },
  PARTY_BOOKS_UNBALANCED: {
    status: 422,
    id: 'Pembukuan pihak {partyId} berselisih Rp{differenceRp} dalam jurnal ini.',
    en: 'The books of party {partyId} differ by Rp{differenceRp} within this journal.',
  },
  JOURNAL_KEY_TAKEN: {
    status: 409,
    id: 'Jurnal {businessKey} sudah ada dengan isi lain.',
    en: 'The journal {businessKey} exists with other content.',
  },
});
