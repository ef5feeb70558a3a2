import { happenings, type HappeningData, type HappeningKind } from './happenings.js';
import { wordHappening } from './word-happening.js';

const extended: HappeningData<'pool-extended'> = {
  pool: 'Belanja minggu 48',
  item: { id: 'Beras medium 50 kg', en: 'Medium rice 50 kg' },
  committed: 1250,
  minimum: 2000,
  closesAt: '2026-11-27T11:00:00.000Z',
};

const slotsOf = (text: string): string[] =>
  [...text.matchAll(/\{([^}]*)\}/g)].map(([, slot]) => slot ?? '').sort();

describe('wording what happened', () => {
  it.each([
    {
      language: 'id' as const,
      timeZone: 'Asia/Jakarta',
      text: 'Beras medium 50 kg di putaran "Belanja minggu 48" baru terkumpul 1.250 kemasan dari target 2.000. Putaran diperpanjang satu kali sampai 27 Nov 2026, 18.00 WIB.',
    },
    {
      language: 'en' as const,
      timeZone: 'Asia/Jayapura',
      text: 'Medium rice 50 kg in the pool "Belanja minggu 48" has 1,250 packs committed of the 2,000 needed. The pool is extended once, until 27 Nov 2026, 20:00 WIT.',
    },
  ])('says it in $language, at the hour of $timeZone', ({ language, timeZone, text }) => {
    expect(wordHappening('pool-extended', extended, language, timeZone)).toBe(text);
  });

  it('shows a dash for a fact that was not kept', () => {
    expect(wordHappening('pool-extended', {}, 'en', 'Asia/Jakarta')).toContain('– in the pool "–"');
  });

  it.each(Object.keys(happenings) as HappeningKind[])(
    'says the same of %s in both languages, in known formats',
    (kind) => {
      const { id, en } = happenings[kind];
      expect(slotsOf(en)).toEqual(slotsOf(id));
      expect(kind).toMatch(/^[a-z]+(-[a-z]+)*$/);
      for (const slot of slotsOf(id)) expect(slot).toMatch(/^\w+(\|(count|rupiah|time|date))?$/);
    },
  );
});
