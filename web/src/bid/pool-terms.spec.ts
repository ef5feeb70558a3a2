import { emptyPoolTerms, termsOf } from './pool-terms.js';

it('asks for nothing where nothing was written', () => {
  expect(termsOf(emptyPoolTerms)).toEqual({ fixedChargeRp: 0, capacityMilli: null, minimumOrderRp: 0 });
});

it('sends whole kilograms as grams, and no capacity of nothing', () => {
  expect(termsOf({ ...emptyPoolTerms, capacityUnits: 20_000, fixedChargeRp: 750_000 })).toEqual({
    fixedChargeRp: 750_000,
    capacityMilli: 20_000_000,
    minimumOrderRp: 0,
  });
  expect(termsOf({ ...emptyPoolTerms, capacityUnits: 0 })).toBeNull();
});
