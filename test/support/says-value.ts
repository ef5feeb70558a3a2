const grouped = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, '.');

/**
 * Whether a text says a word, or a number as people or machines write it. Digits within an id, a hash or a fraction of
 * a second are no number.
 *
 *   13417 | "maxLandedRp":13417   Rp13.417   40;13417   | says it
 *   13417 | 7f913417-0d5c-…       113.417    0.13417    | does not
 */
export const saysValue = (text: string, value: string | number): boolean =>
  typeof value === 'string'
    ? text.includes(value)
    : new RegExp(
        `(?<![0-9a-f]|\\d\\.)(?:${value}|${grouped(value).replaceAll('.', '\\.')})(?![0-9a-f]|\\.\\d{3}(?!\\d))`,
        'i',
      ).test(text);
