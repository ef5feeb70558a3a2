import { Refusal, refusals, refuseBroken } from './refuse.js';

const refuse = refusals({ TOO_MANY: { status: 422, id: 'Paling banyak {most}.', en: 'At most {most}.' } });

describe('refusals', () => {
  it('fills both languages and names the field', () => {
    const refusal = refuse('TOO_MANY', { most: 3 }, 'lines.0');
    expect(refusal).toBeInstanceOf(Refusal);
    expect(refusal.text).toEqual({ status: 422, id: 'Paling banyak 3.', en: 'At most 3.' });
    expect(refusal.errors).toEqual([
      { field: 'lines.0', rule: 'TOO_MANY', id: 'Paling banyak 3.', en: 'At most 3.' },
    ]);
  });

  it('writes rupiah with their thousands apart, as each language does, and no other number', () => {
    const tooDear = refusals({
      TOO_DEAR: {
        status: 422,
        id: 'Rp{priceRp} di {year}, batas Rp{limit}.',
        en: 'Rp{priceRp} in {year}, limit Rp{limit}.',
      },
    });
    const { text } = tooDear('TOO_DEAR', { priceRp: 1_250_000, year: 2026, limit: '1.000,5' });
    expect(text.id).toBe('Rp1.250.000 di 2026, batas Rp1.000,5.');
    expect(text.en).toBe('Rp1,250,000 in 2026, limit Rp1.000,5.');
  });

  it('leaves a gap visible rather than inventing a value', () => {
    expect(refuse('TOO_MANY').text.en).toBe('At most {most}.');
  });

  it('tell everything that is broken at once, by the code of the first', () => {
    expect(() => refuseBroken([])).not.toThrow();
    const broken = [refuse('TOO_MANY', { most: 3 }, 'one'), refuse('TOO_MANY', { most: 4 }, 'two')];
    expect(() => refuseBroken(broken)).toThrow(
      expect.objectContaining({
        code: 'TOO_MANY',
        text: broken[0]?.text,
        errors: broken.flatMap(({ errors }) => errors),
      }),
    );
  });
});
