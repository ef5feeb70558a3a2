import { statePriceReference } from './state-price-reference.js';

const kilogram = { code: 'KGM', dimension: 'mass', factorToBase: 1 };
const statement = { minRp: 17_500, maxRp: 18_500, unitCode: 'KGM' };

describe('stating a reference price', () => {
  it('takes a range, a single price and a range of one', () => {
    expect(() => statePriceReference(statement, kilogram)).not.toThrow();
    expect(() => statePriceReference({ ...statement, minRp: null }, kilogram)).not.toThrow();
    expect(() => statePriceReference({ ...statement, minRp: 18_500 }, kilogram)).not.toThrow();
  });

  it('refuses a range with its ends crossed', () => {
    expect(() => statePriceReference({ ...statement, minRp: 18_501 }, kilogram)).toThrow(
      'LOWEST_ABOVE_HIGHEST',
    );
  });

  it('refuses a unit it does not know, or that is no base unit', () => {
    const sack = { code: 'XSA', dimension: 'package', factorToBase: null };
    const tonne = { code: 'TNE', dimension: 'mass', factorToBase: 1000 };
    expect(() => statePriceReference(statement, undefined)).toThrow('UNIT_UNKNOWN');
    expect(() => statePriceReference(statement, sack)).toThrow('UNIT_IS_NO_MEASURE');
    expect(() => statePriceReference(statement, tonne)).toThrow('UNIT_IS_NO_MEASURE');
  });
});
