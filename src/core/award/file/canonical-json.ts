const ordered = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([, part]) => part !== undefined);
  entries.sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  return Object.fromEntries(entries.map(([key, part]) => [key, ordered(part)]));
};

/**
 * The one way to write a value as JSON: keys in the order of their code units, no spaces, one newline at the
 * end. What is equal is equal byte by byte, so a file may be compared by its hash.
 *
 *   { b: 1, a: [2] } -> {"a":[2],"b":1}
 */
export const canonicalJson = (value: unknown): string => `${JSON.stringify(ordered(value))}\n`;
