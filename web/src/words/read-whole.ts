/**
 * A whole number as people write and paste it; null of nothing, undefined of what is none: better asked again than
 * taken for ten times as much.
 *
 *   1250000 | 1.250.000 | Rp 1.250.000,00 | 1,250,000 | 12,5      | -5        | lima
 *   1250000 | 1250000   | 1250000         | 1250000   | undefined | undefined | undefined
 */
export const readWhole = (text: string): number | null | undefined => {
  const bare = text.replace(/\s/g, '').replace(/^rp\.?/i, '');
  if (bare === '') return null;
  const withoutCents = bare.replace(/(?<=\d),(?:00?|-)$/, '');
  // Of one comma alone nobody knows what it parts.
  const digits = /^\d{1,3}(?:,\d{3}){2,}$/.test(withoutCents)
    ? withoutCents.replaceAll(',', '')
    : withoutCents.replaceAll('.', '');
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
};
