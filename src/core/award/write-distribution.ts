import { nameUnit } from '../catalog/name-unit.js';
import type { Explanation } from './explanation.js';
import { groupDigits, type Language } from '../kernel/words.js';

const words = {
  id: {
    title: 'Pembagian paket {lot} ({pack})',
    how: 'Dibagikan pemasok dengan harga tetap: tidak ada penawaran, jadi tidak ada yang kalah.',
    demand: 'Diminta {asked} kemasan, dibagi {packs}, kurang {short}.',
    supplier: '{name}: Rp{price} per {unit}, seluruhnya Rp{amount}',
    koperasi: 'BAGIAN TIAP KOPERASI',
    against: 'terhadap harga acuan Rp{price} per {unit}',
    part: '{name}: {packs} dari {asked} kemasan, Rp{amount}, hemat Rp{saved}',
    nobody: 'Tidak ada.',
  },
  en: {
    title: 'Distribution of lot {lot} ({pack})',
    how: 'A supplier distributes it at a fixed price: there were no bids, so nobody lost.',
    demand: '{asked} packs asked for, {packs} shared out, short {short}.',
    supplier: '{name}: Rp{price} per {unit}, Rp{amount} in all',
    koperasi: 'WHAT EACH KOPERASI GETS',
    against: 'against the reference price of Rp{price} per {unit}',
    part: '{name}: {packs} of {asked} packs, Rp{amount}, saves Rp{saved}',
    nobody: 'None.',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

/** Whether a supplier distributed it at a fixed price: nothing was won, so there is nothing to explain but the shares. */
export const isDistributed = ({ lines }: Pick<Explanation, 'lines'>): boolean =>
  lines.length > 0 && lines.every(({ bidId }) => bidId === null);

/**
 * The page of a distributed lot, in plain text of one language: who gives it at which price, and what each koperasi
 * gets of it. What is said of an award, who won and why no split is cheaper, would not be true of it.
 */
export const writeDistribution = (of: Explanation, language: Language): string => {
  const say = (
    key: keyof (typeof words)[Language],
    facts: Readonly<Record<string, string | number>>,
  ): string =>
    words[language][key].replace(/\{(\w+)\}/g, (_, name: string) => {
      const value = facts[name] ?? '';
      if (typeof value === 'string') return value;
      const digits = groupDigits(Math.abs(value), language === 'id' ? '.' : ',');
      return value < 0 ? `-${digits}` : digits;
    });
  const unit = nameUnit(of.baseUnit)[language];
  const parts = of.koperasi.map(({ koperasiId, draw, packs, askedPacks, amountRp, savedRp }) =>
    say('part', {
      name: koperasiId ?? draw.slice(0, 12),
      packs,
      asked: askedPacks,
      amount: amountRp,
      saved: savedRp,
    }),
  );
  const lines = [
    say('title', { lot: of.lotId, pack: of.packCode }),
    '',
    say('how', {}),
    say('demand', { asked: of.demandPacks, packs: of.awardedPacks, short: of.unservedPacks }),
    ...of.lines.map(({ supplierName, priceRpPerUnit, amountRp }) =>
      say('supplier', { name: supplierName, price: priceRpPerUnit, unit, amount: amountRp }),
    ),
    '',
    say('koperasi', {}),
    say('against', { price: of.referenceRpPerUnit, unit }),
    ...(parts.length > 0 ? parts.map((part) => `- ${part}`) : [say('nobody', {})]),
  ];
  return `${lines.join('\n')}\n`;
};
