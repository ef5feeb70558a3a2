import { nameUnit } from './name-unit.js';

describe('naming a unit', () => {
  it('says kg, litre and piece, and unit of what it does not know', () => {
    expect(nameUnit('KGM')).toEqual({ id: 'kg', en: 'kg' });
    expect(nameUnit('LTR')).toEqual({ id: 'liter', en: 'litre' });
    expect(nameUnit('H87')).toEqual({ id: 'buah', en: 'piece' });
    expect(nameUnit('XYZ')).toEqual({ id: 'satuan', en: 'unit' });
  });
});
