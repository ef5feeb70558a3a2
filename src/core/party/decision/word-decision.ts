import type { Words } from '../../kernel/words.js';
import type { DecisionKind } from './take-decision.js';

const words: Readonly<Record<DecisionKind, Words>> = {
  payout: { id: 'pembayaran keluar', en: 'a payout' },
  'early-opening': { id: 'pembukaan penawaran sebelum waktunya', en: 'an early opening of bids' },
  'bank-account': { id: 'perubahan rekening bank', en: 'a change of the bank account' },
  'organiser-rules': { id: 'perubahan aturan penyelenggara', en: "a change of the organiser's rules" },
  'new-chair': {
    id: 'ketua baru bagi pihak yang kehilangan ketuanya',
    en: 'a new chair for a party that lost its own',
  },
  capabilities: { id: 'perubahan fasilitas gudang suatu pihak', en: "a change of what a party's store has" },
  'payment-outcome': { id: 'apa yang terjadi dengan suatu pembayaran', en: 'what became of a payment' },
};

/** What is decided, as part of a sentence in both languages. */
export const wordDecision = (kind: DecisionKind): Words => words[kind];
