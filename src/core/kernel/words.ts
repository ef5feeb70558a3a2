export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];

/** What people read, in both languages. */
export type Words = Readonly<Record<Language, string>>;

/** 1234567, '.' -> 1.234.567 */
export const groupDigits = (value: string | number, separator: string): string =>
  String(value).replace(/\B(?=(\d{3})+$)/g, separator);

/**
 * A text in one language with its gaps filled: numbers with their thousands grouped, text as it is. A gap without
 * a value stays visible.
 *
 *   'Rp{cost}', 11000 | id Rp11.000 | en Rp11,000
 */
export const fillWords = (
  words: Words,
  language: Language,
  params: Readonly<Record<string, string | number>>,
): string =>
  words[language].replace(/\{(\w+)\}/g, (gap, name: string) => {
    const value = params[name] ?? gap;
    return typeof value === 'string' ? value : groupDigits(value, language === 'id' ? '.' : ',');
  });
