import type { Explanation } from './explanation.js';
import { isDistributed, writeDistribution } from './write-distribution.js';

/** As much of an explanation as the page of a distributed lot says. */
const explanation = {
  lotId: 'lot',
  packCode: 'Beras SPHP, Karung 50 kg',
  baseUnit: 'KGM',
  referenceRpPerUnit: 12_500,
  demandPacks: 1_060,
  awardedPacks: 1_000,
  unservedPacks: 60,
  lines: [{ bidId: null, supplierName: 'Demo: Bulog', priceRpPerUnit: 11_000, amountRp: 550_000_000 }],
  koperasi: [
    {
      koperasiId: null,
      draw: 'aaaaaaaaaaaaaaaa',
      askedPacks: 80,
      packs: 75,
      amountRp: 41_250_000,
      savedRp: -5_625,
    },
  ],
} as unknown as Explanation;

describe('writing the page of a distributed lot', () => {
  it('says who gives it at which price and what each gets, and nothing of winners', () => {
    expect(writeDistribution(explanation, 'id').split('\n')).toEqual([
      'Pembagian paket lot (Beras SPHP, Karung 50 kg)',
      '',
      'Dibagikan pemasok dengan harga tetap: tidak ada penawaran, jadi tidak ada yang kalah.',
      'Diminta 1.060 kemasan, dibagi 1.000, kurang 60.',
      'Demo: Bulog: Rp11.000 per kg, seluruhnya Rp550.000.000',
      '',
      'BAGIAN TIAP KOPERASI',
      'terhadap harga acuan Rp12.500 per kg',
      '- aaaaaaaaaaaa: 75 dari 80 kemasan, Rp41.250.000, hemat Rp-5.625',
      '',
    ]);
    expect(writeDistribution({ ...explanation, koperasi: [] }, 'en')).toMatch(
      /1,060 packs asked for.*\nDemo: Bulog: Rp11,000 per kg, Rp550,000,000 in all[^]*None\.\n$/,
    );
  });

  it('is for lots without a bid only', () => {
    const [line] = explanation.lines;
    expect(isDistributed(explanation)).toBe(true);
    expect(isDistributed({ lines: [] })).toBe(false);
    expect(isDistributed({ lines: line ? [{ ...line, bidId: 'b' }] : [] })).toBe(false);
  });
});
