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
  JOURNAL_NOT_FOUND: {
    status: 404,
    id: 'Jurnal {journalId} tidak ada.',
    en: 'There is no journal {journalId}.',
  },
  JOURNAL_ALREADY_REVERSED: {
    status: 409,
    id: 'Jurnal {journalId} sudah dibalik; satu jurnal dibalik paling banyak sekali.',
    en: 'The journal {journalId} has been reversed; a journal is reversed once at most.',
  },
  REVERSAL_STAYS: {
    status: 409,
    id: 'Jurnal {journalId} adalah jurnal balik; yang keliru di dalamnya dibetulkan dengan jurnal baru.',
    en: 'The journal {journalId} is a reversal; what is wrong in it is put right by a new journal.',
  },
  HOLD_NOT_FOUND: {
    status: 404,
    id: 'Dana tertahan {holdId} tidak ada.',
    en: 'There is no hold {holdId}.',
  },
  HOLD_ABOVE_AVAILABLE: {
    status: 409,
    id: 'Yang tersedia hanya Rp{availableRp}; Rp{amountRp} tidak dapat ditahan.',
    en: 'Only Rp{availableRp} is available; Rp{amountRp} cannot be held.',
  },
  HOLD_KEY_TAKEN: {
    status: 409,
    id: 'Dana tertahan {businessKey} sudah ada dengan isi lain.',
    en: 'The hold {businessKey} exists with other content.',
  },
  HOLD_ALREADY_POSTED: {
    status: 409,
    id: 'Dana tertahan ini sudah dibukukan.',
    en: 'This hold has been posted.',
  },
  HOLD_ALREADY_VOIDED: {
    status: 409,
    id: 'Dana tertahan ini sudah dilepas.',
    en: 'This hold has been voided.',
  },
  HOLD_DOES_NOT_COVER: {
    status: 422,
    id: 'Jurnal memindahkan Rp{movedRp} dari akun yang ditahan Rp{amountRp}.',
    en: 'The journal moves Rp{movedRp} on an account of which Rp{amountRp} is held.',
  },
  STATEMENT_BACKWARDS: {
    status: 422,
    id: 'Tanggal akhir (to) mendahului tanggal awal (from).',
    en: 'The last day (to) lies before the first (from).',
  },
  STATEMENT_TOO_LONG: {
    status: 422,
    id: 'Rekening koran memuat paling banyak {maxDays} hari dan {maxLines} baris; pilihlah masa yang lebih pendek.',
    en: 'A statement covers {maxDays} days and {maxLines} lines at most; choose a shorter period.',
  },
});
