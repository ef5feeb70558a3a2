import type { Words } from '../../kernel/words.js';
import type { LotEnding, OutReason } from './course.js';

const words: Readonly<Record<LotEnding | OutReason, Words>> = {
  NO_ADMISSIBLE_BID: {
    id: 'tidak ada penawaran yang memenuhi syarat',
    en: 'no bid was admissible',
  },
  NO_BID_LEFT: { id: 'tidak ada penawaran yang tersisa', en: 'no bid is left' },
  NOT_APPROVED_IN_TIME: {
    id: 'tidak disetujui dua orang pada waktunya',
    en: 'it was not approved by two people in time',
  },
  OBJECTION_NOT_ANSWERED_IN_TIME: {
    id: 'keberatan tidak dijawab pada waktunya',
    en: 'an objection was not answered in time',
  },
  OBJECTION_UPHELD: { id: 'keberatan diterima', en: 'an objection was upheld' },
  NOT_SIGNED: {
    id: 'kontrak tidak ditandatangani pada waktunya',
    en: 'the contract was not signed in time',
  },
  SUPPLIER_SUSPENDED: { id: 'pemasok dibekukan', en: 'the supplier was suspended' },
  DECLINED: { id: 'pemasok menolak kontrak', en: 'the supplier declined the contract' },
};

/** Why a bid fell out, or a lot ended, as part of a sentence in both languages. */
export const wordEnding = (reason: LotEnding | OutReason): Words => words[reason];
