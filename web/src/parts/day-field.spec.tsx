import { renderToString } from 'preact-render-to-string';
import { LanguageContext, type Language } from '../words/language.js';
import { DayField } from './day-field.js';

const drawn = (language: Language, value: string, isMoment = false): string =>
  renderToString(
    <LanguageContext.Provider value={language}>
      <DayField label="Hari" value={value} isMoment={isMoment} onChange={() => undefined} />
    </LanguageContext.Provider>,
  );

describe('a field for a day', () => {
  it.each([
    ['id', '2026-11-12', false, 'Kamis, 12 November 2026'],
    ['en', '2026-11-12', false, 'Thursday 12 November 2026'],
    ['id', '2026-11-30T16:58', true, 'Senin, 30 November 2026, 16.58 WIB'],
    ['en', '2026-11-30T00:05', true, 'Monday 30 November 2026, 00:05 WIB'],
  ] as const)('says in words (%s) what was chosen: %s', (language, value, isMoment, said) => {
    expect(drawn(language, value, isMoment)).toContain(`<span class="said">${said}</span>`);
  });

  it.each(['', '2026-11', '122026-01-01'])('says nothing of what is no day: %p', (value) => {
    expect(drawn('id', value)).not.toContain('said');
  });
});
