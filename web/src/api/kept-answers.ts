/** On an answer that the service worker gave out of its cache: since when it is known. */
const KEPT_AT = 'sepikul-kept-at';

const keptAtMs = new WeakMap<object, number>();

/** Notes of an answer's data whether it was kept, and since when. */
export const noteKept = (data: unknown, { headers }: Pick<Response, 'headers'>): void => {
  const at = headers.get(KEPT_AT);
  if (at !== null && typeof data === 'object' && data !== null) keptAtMs.set(data, Date.parse(at));
};

/** Since when an answer is known; of one put together of several, the oldest. Null where all is of now. */
export const keptSince = (value: unknown): number | null => {
  if (typeof value !== 'object' || value === null) return null;
  const isThing = (part: unknown): part is object => typeof part === 'object' && part !== null;
  const parts = [value, ...Object.values<unknown>(value as Record<string, unknown>).filter(isThing)];
  const times = parts.flatMap((part) => keptAtMs.get(part) ?? []);
  return times.length === 0 ? null : Math.min(...times);
};
