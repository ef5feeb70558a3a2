import { Refusal, refusals } from './refuse.js';

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

  it('leaves a gap visible rather than inventing a value', () => {
    expect(refuse('TOO_MANY').text.en).toBe('At most {most}.');
  });
});
