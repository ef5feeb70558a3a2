import type { Explanation } from './explanation.js';
import { nameExplanation } from './name-explanation.js';
import { languages } from '../kernel/words.js';
import { writeExplanation } from './write-explanation.js';

const zone = (zoneCode: string) => ({
  zoneCode,
  packs: 10,
  surchargeRpPerUnit: 0,
  freightRpPerUnit: 0,
  amountRp: 5_600_000,
});
const part = (koperasiId: string | null, draw: string) => ({
  koperasiId,
  draw,
  askedPacks: 10,
  packs: 10,
  amountRp: 5_600_000,
  referenceRp: 6_750_000,
  savedRp: 1_150_000,
});
/** As much of an explanation as has names. */
const explanation = {
  side: 'buy',
  lotId: 'lot',
  packCode: 'BERAS-MEDIUM/XSA50',
  groupLotIds: ['lot'],
  lines: [{ supplierName: 'Demo: Bulog', zones: [zone('32.71.01'), zone('32.71.09')] }],
  bestSingle: null,
  constraints: [],
  losers: [],
  tolerance: null,
  leftOut: [],
  koperasi: [part('k1', 'aaaaaaaaaaaaaaaa'), part('k2', 'bbbbbbbbbbbbbbbb'), part(null, 'cccccccccccccccc')],
} as unknown as Explanation;

const names = {
  pack: 'Beras medium, Karung 50 kg',
  zones: new Map([['32.71.01', 'Bogor Selatan']]),
  koperasi: new Map([['k1', 'KKMP Empang']]),
};

describe('naming an explanation', () => {
  it.each(languages)('names pack, kecamatan and koperasi on the page in %s', (language) => {
    const page = writeExplanation(nameExplanation(explanation, names), language);
    expect(page).toContain('(Beras medium, Karung 50 kg)');
    expect(page).toMatch(/(ke|to) Bogor Selatan: 10/);
    expect(page).toContain('- KKMP Empang: 10');
    expect(page).not.toContain('32.71.01');
  });

  it('keeps the code of what has no name, and the draw of who may not be named', () => {
    const named = nameExplanation(explanation, names);
    expect(named.lines[0]?.zones.map(({ zoneCode }) => zoneCode)).toEqual(['Bogor Selatan', '32.71.09']);
    expect(named.koperasi.map(({ koperasiId }) => koperasiId)).toEqual(['KKMP Empang', 'k2', null]);
    expect(writeExplanation(named, 'id')).toContain('- cccccccccccc: 10');
  });
});
