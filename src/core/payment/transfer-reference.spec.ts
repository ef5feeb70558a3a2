import fc from 'fast-check';
import { referencesIn, transferReference } from './transfer-reference.js';

describe('the reference of a transfer', () => {
  it('is found again in a text, whatever the bank puts around and between', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.constantFrom('', ' ', '-', '. '), (id, gap) => {
        const reference = transferReference(id);
        const torn = `${reference.slice(0, 3)}${gap}${reference.slice(3)}`;
        expect(referencesIn(`TRSF CR ${torn.toLowerCase()}/KOPERASI`)).toContain(reference);
      }),
    );
  });

  it('is none in a text without one', () => {
    expect(referencesIn('BUNGA 11/2026 SPK-LAPORAN')).toEqual([]);
  });
});
