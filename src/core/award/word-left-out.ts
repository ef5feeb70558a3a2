import type { LandedShare, OutReason } from './coalition/coalition.js';
import { groupDigits } from './word-reason.js';

interface Words {
  readonly id: string;
  readonly en: string;
}

const words: Readonly<Record<OutReason, Words>> = {
  LIMIT_EXCEEDED: {
    id: 'batas harganya terlampaui: {packs} kemasan akan menjadi Rp{amountRp}',
    en: 'its limit price would be passed: {packs} packs would come to Rp{amountRp}',
  },
  OTHERS_WOULD_LEAVE: {
    id: 'bila ikut ({packs} kemasan, Rp{amountRp}), pesanan lain melampaui batas harganya atau tidak kebagian',
    en: 'with it ({packs} packs, Rp{amountRp}) others would pass their limit price or get nothing',
  },
  RELEASED_BELOW_MINIMUM: {
    id: 'jatahnya tidak mencapai jumlah minimum yang diminta',
    en: 'its share would have been below the minimum it asked for',
  },
  UNSERVED: {
    id: 'tidak ada yang tersisa untuknya',
    en: 'nothing was left for it',
  },
};

/**
 * Why a line gets nothing, in both languages, as a clause.
 *
 *   LIMIT_EXCEEDED, 5 packs at Rp2,600,001 -> its limit price would be passed: 5 packs would come to Rp2,600,001
 */
export const wordLeftOut = (reason: OutReason, wouldPay: LandedShare | null): Words => {
  const fill = (text: string, separator: string): string =>
    text.replace(/\{(packs|amountRp)\}/g, (_, name: keyof LandedShare) =>
      groupDigits(wouldPay?.[name] ?? 0, separator),
    );
  return { id: fill(words[reason].id, '.'), en: fill(words[reason].en, ',') };
};
