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
