import { fillWords, type Language, type Words } from '../kernel/words.js';
import type { PoolSide } from '../pool/side.js';
import type { Explanation, ExplainedLine } from './explanation.js';

const words = {
  title: { id: 'Penetapan pemenang paket {lot} ({pack})', en: 'Award of lot {lot} ({pack})' },
  demand: {
    id: 'Kebutuhan {demand} kemasan, terlayani {awarded}, kurang {unserved}.',
    en: 'Demand {demand} packs, served {awarded}, short {unserved}.',
  },
  cost: { id: 'Biaya: Rp{cost}.', en: 'Cost: Rp{cost}.' },
  compared: {
    id: 'Nilai pembanding Rp{total} = biaya + Rp{penalty} (yang tak terlayani) + Rp{missing} (pemasok yang kurang) - Rp{terms} (tempo bayar).',
    en: 'Compared value Rp{total} = cost + Rp{penalty} (unserved) + Rp{missing} (missing suppliers) - Rp{terms} (payment terms).',
  },
  optimal: {
    id: 'Terbukti: tidak ada pembagian yang lebih murah.',
    en: 'Proven: no split is cheaper.',
  },
  gap: {
    id: 'Terbukti: tidak ada pembagian di bawah Rp{bound}; selisih paling banyak {gap} per sejuta.',
    en: 'Proven: no split below Rp{bound}; the gap is at most {gap} in a million.',
  },
  together: {
    id: 'Ditetapkan bersama paket lain, karena syarat pemasok mengikatnya: {lots}.',
    en: "Awarded together with other lots that a supplier's terms tie to it: {lots}.",
  },
  missing: {
    id: 'Pemasok kurang {count} dari yang diinginkan putaran.',
    en: '{count} suppliers fewer than the pool wishes for.',
  },
  winners: { id: 'PEMENANG', en: 'WINNERS' },
  winner: {
    id: '{name}: {packs} kemasan, jenjang {tier} Rp{price} per satuan, Rp{amount}',
    en: '{name}: {packs} packs, tier {tier} at Rp{price} per unit, Rp{amount}',
  },
  besides: {
    id: 'termasuk tambahan Rp{surcharge}, angkutan Rp{freight}, pajak Rp{tax}, biaya tetap Rp{fixed}',
    en: 'including surcharges Rp{surcharge}, freight Rp{freight}, tax Rp{tax}, fixed charge Rp{fixed}',
  },
  zone: { id: 'ke {zone}: {packs} kemasan, Rp{amount}', en: 'to {zone}: {packs} packs, Rp{amount}' },
  clearing: {
    id: 'Semua pembeli membayar harga yang sama: Rp{clearing} per satuan mutu penuh, harga terendah yang diterima (harga dasar Rp{floor}).',
    en: 'All buyers pay one price: Rp{clearing} per unit of full grade, the lowest accepted (floor Rp{floor}).',
  },
  nobody: { id: 'Tidak ada.', en: 'None.' },
  single: { id: 'SATU PEMASOK SAJA', en: 'ONE SUPPLIER ALONE' },
  best: {
    id: 'Yang terbaik {name}: {packs} kemasan, Rp{amount}, kurang {unserved}.',
    en: 'The best is {name}: {packs} packs, Rp{amount}, short {unserved}.',
  },
  saved: {
    id: 'Dibagi beberapa pemasok lebih murah Rp{saved}.',
    en: 'The split is cheaper by Rp{saved}.',
  },
  served: {
    id: 'Tidak ada satu pemasok yang sanggup melayani sebanyak ini.',
    en: 'No single supplier could serve as much.',
  },
  limits: { id: 'YANG MEMBUATNYA LEBIH MAHAL', en: 'WHAT MAKES IT DEARER' },
  unpriced: {
    id: '{count} batas lain tidak dihitung biayanya.',
    en: '{count} other limits were not priced.',
  },
  losers: { id: 'YANG KALAH', en: 'WHO LOST' },
  keptOut: {
    id: 'Tidak ikut karena batas harga: pesanan sebanyak {left} kemasan.',
    en: 'Kept out by a limit price: orders of {left} packs.',
  },
  tolerated: {
    id: 'Diambil {extra} kemasan di atas pesanan, dari yang membolehkan lebih: {plainPacks} kemasan akan menjadi Rp{plain}, {packs} kemasan menjadi Rp{amount}; semua membayar lebih murah per kemasan.',
    en: '{extra} packs beyond the orders are taken, of those who tolerate more: {plainPacks} packs would come to Rp{plain}, {packs} packs come to Rp{amount}; everybody pays less per pack.',
  },
  toleratedFirst: {
    id: 'Diambil {extra} kemasan di atas pesanan, dari yang membolehkan lebih: tanpa itu tidak ada yang dapat dibeli.',
    en: '{extra} packs beyond the orders are taken, of those who tolerate more: without them nothing could be bought.',
  },
  leftOut: { id: 'YANG TIDAK MENDAPAT', en: 'WHO GETS NOTHING' },
  out: { id: '{who}: {asked} kemasan; {why}', en: '{who}: {asked} packs; {why}' },
  unweighed: {
    id: '{count} di antaranya tidak ditimbang ulang, karena terlalu banyak.',
    en: '{count} of them were not weighed anew, for there were too many.',
  },
  koperasi: { id: 'HEMAT TIAP KOPERASI', en: 'WHAT EACH KOPERASI SAVES' },
  against: {
    id: 'terhadap harga acuan Rp{reference} per satuan, bila penetapan ini berlaku',
    en: 'against the reference price of Rp{reference} per unit, if this award stands',
  },
  part: {
    id: '{who}: {packs} dari {asked} kemasan, Rp{amount}, hemat Rp{saved}',
    en: '{who}: {packs} of {asked} packs, Rp{amount}, saves Rp{saved}',
  },
} as const satisfies Readonly<Record<string, Words>>;

/** What is said otherwise of a lot that is sold. */
const wordsOfSale: Partial<Readonly<Record<keyof typeof words, Words>>> = {
  demand: {
    id: 'Ditawarkan {demand} kemasan, terjual {awarded}, tak terjual {unserved}.',
    en: 'Offered {demand} packs, sold {awarded}, unsold {unserved}.',
  },
  cost: { id: 'Nilai yang ditawar: Rp{cost}.', en: 'Value bid: Rp{cost}.' },
  compared: {
    id: 'Nilai pembanding Rp{total} = nilai + Rp{penalty} (yang tak terjual, di bawah harga dasar) - Rp{missing} (pembeli yang kurang) - Rp{terms} (tempo bayar).',
    en: 'Compared value Rp{total} = value + Rp{penalty} (unsold, below the floor) - Rp{missing} (missing buyers) - Rp{terms} (payment terms).',
  },
  optimal: {
    id: 'Terbukti: tidak ada pembagian yang bernilai lebih tinggi.',
    en: 'Proven: no split brings more.',
  },
  gap: {
    id: 'Terbukti: tidak ada pembagian di atas Rp{bound}; selisih paling banyak {gap} per sejuta.',
    en: 'Proven: no split above Rp{bound}; the gap is at most {gap} in a million.',
  },
  missing: {
    id: 'Pembeli kurang {count} dari yang diinginkan putaran.',
    en: '{count} buyers fewer than the pool wishes for.',
  },
  besides: {
    id: 'sudah dikurangi potongan Rp{surcharge}, angkutan Rp{freight}, pajak Rp{tax}, biaya tetap Rp{fixed}',
    en: 'less deductions Rp{surcharge}, freight Rp{freight}, tax Rp{tax}, fixed charge Rp{fixed}',
  },
  zone: { id: 'dari {zone}: {packs} kemasan, Rp{amount}', en: 'from {zone}: {packs} packs, Rp{amount}' },
  single: { id: 'SATU PEMBELI SAJA', en: 'ONE BUYER ALONE' },
  best: {
    id: 'Yang terbaik {name}: {packs} kemasan, Rp{amount}, tak terjual {unserved}.',
    en: 'The best is {name}: {packs} packs, Rp{amount}, unsold {unserved}.',
  },
  saved: {
    id: 'Dibagi beberapa pembeli bernilai Rp{saved} lebih tinggi.',
    en: 'The split brings Rp{saved} more.',
  },
  served: {
    id: 'Tidak ada satu pembeli yang sanggup membeli sebanyak ini.',
    en: 'No single buyer could take as much.',
  },
  limits: { id: 'YANG MENGURANGI HASIL JUAL', en: 'WHAT LOWERS THE SALE' },
  koperasi: { id: 'TAMBAHAN HASIL TIAP KOPERASI', en: 'WHAT EACH KOPERASI GAINS' },
  part: {
    id: '{who}: {packs} dari {asked} kemasan, Rp{amount}, tambahan Rp{saved}',
    en: '{who}: {packs} of {asked} packs, Rp{amount}, gains Rp{saved}',
  },
};

const speak =
  (side: PoolSide, language: Language) =>
  (key: keyof typeof words, params: Parameters<typeof fillWords>[2] = {}): string =>
    fillWords((side === 'sell' ? wordsOfSale[key] : undefined) ?? words[key], language, params);

type Say = ReturnType<typeof speak>;

const writeWinner = (say: Say, line: ExplainedLine): string[] => {
  const { surchargeRp, freightRp, taxRp, fixedRp } = line;
  const isPlain = surchargeRp + freightRp + taxRp + fixedRp === 0;
  const head = say('winner', {
    name: line.supplierName,
    packs: line.packs,
    tier: line.tierNo,
    price: line.priceRpPerUnit,
    amount: line.amountRp,
  });
  const besides = say('besides', {
    surcharge: surchargeRp,
    freight: freightRp,
    tax: taxRp,
    fixed: fixedRp,
  });
  const zones = line.zones.map(({ zoneCode, packs, amountRp }) =>
    say('zone', { zone: zoneCode, packs, amount: amountRp }),
  );
  return [`- ${head}`, ...(isPlain ? [] : [`  ${besides}`]), ...zones.map((zone) => `  ${zone}`)];
};

const writeTolerance = (say: Say, { tolerance }: Explanation): string[] => {
  if (tolerance === null) return [];
  const { packs, amountRp, plain } = tolerance;
  const extra = packs - plain.packs;
  if (plain.packs === 0) return [say('toleratedFirst', { extra })];
  return [
    say('tolerated', { extra, plainPacks: plain.packs, plain: plain.amountRp, packs, amount: amountRp }),
  ];
};

const writeLeftOut = (say: Say, { leftOut, unweighed }: Explanation, language: Language): string[] => [
  ...leftOut.map(
    (line) => `- ${say('out', { who: line.draw.slice(0, 12), asked: line.askedPacks, why: line[language] })}`,
  ),
  ...(unweighed > 0 ? [say('unweighed', { count: unweighed })] : []),
];

const writeHead = (say: Say, of: Explanation): string[] => {
  const others = of.groupLotIds.filter((lotId) => lotId !== of.lotId);
  const isPlain = of.totalRp === of.costRp;
  return [
    say('title', { lot: of.lotId, pack: of.packCode }),
    '',
    say('demand', { demand: of.demandPacks, awarded: of.awardedPacks, unserved: of.unservedPacks }),
    say('cost', { cost: of.costRp }),
    ...(of.clearingRpPerUnit === null
      ? []
      : [say('clearing', { clearing: of.clearingRpPerUnit, floor: of.ceilingRpPerUnit })]),
    ...(isPlain
      ? []
      : [
          say('compared', {
            total: of.totalRp,
            penalty: of.penaltyRp,
            missing: of.missingSuppliersRp,
            terms: of.termsRp,
          }),
        ]),
    of.gapPpm === 0 ? say('optimal') : say('gap', { bound: of.boundRp, gap: of.gapPpm }),
    ...(others.length > 0 ? [say('together', { lots: others.join(', ') })] : []),
    ...(of.leftPacks > 0 ? [say('keptOut', { left: of.leftPacks })] : []),
    ...writeTolerance(say, of),
    ...(of.missingSuppliers > 0 ? [say('missing', { count: of.missingSuppliers })] : []),
  ];
};

const writeSingle = (say: Say, { bestSingle, savedRp }: Explanation): string[] => {
  if (bestSingle === null) return [say('nobody')];
  const { line, unservedPacks, supplierName } = bestSingle;
  return [
    say('best', {
      name: supplierName,
      packs: line.packs,
      amount: line.amountRp,
      unserved: unservedPacks,
    }),
    savedRp === null ? say('served') : say('saved', { saved: savedRp }),
  ];
};

/**
 * An award's explanation as a page of plain text, in one language: what it costs, who won and why not with
 * one supplier, what each limit costs, why each other bid lost, what each koperasi saves.
 */
export const writeExplanation = (of: Explanation, language: Language): string => {
  const say = speak(of.side, language);
  const orNobody = (lines: readonly string[]): readonly string[] =>
    lines.length > 0 ? lines : [say('nobody')];
  const lines = [
    ...writeHead(say, of),
    '',
    say('winners'),
    ...orNobody(of.lines.flatMap((line) => writeWinner(say, line))),
    '',
    say('single'),
    ...writeSingle(say, of),
    '',
    say('limits'),
    ...orNobody(of.constraints.map((constraint) => `- ${constraint[language]}`)),
    ...(of.unpricedConstraints > 0 ? [say('unpriced', { count: of.unpricedConstraints })] : []),
    '',
    say('losers'),
    ...orNobody(of.losers.map((loser) => `- ${loser.supplierName}: ${loser[language]}`)),
    '',
    say('leftOut'),
    ...orNobody(writeLeftOut(say, of, language)),
    '',
    say('koperasi'),
    say('against', { reference: of.referenceRpPerUnit }),
    ...orNobody(
      of.koperasi.map(
        (part) =>
          `- ${say('part', {
            who: part.koperasiId ?? part.draw.slice(0, 12),
            packs: part.packs,
            asked: part.askedPacks,
            amount: part.amountRp,
            saved: part.savedRp,
          })}`,
      ),
    ),
  ];
  return `${lines.join('\n')}\n`;
};
