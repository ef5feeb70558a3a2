/** Minutes after which a notification is tried again, once, twice and so on. */
const RETRY_MINUTES = [2, 10, 30, 90, 210] as const;

/** How often a notification that was answered so is tried again; 0 stands for no answer. */
export const retriesFor = (status: number): number => {
  if (status >= 200 && status < 300) return 0;
  if (status === 500) return 1;
  if (status === 503) return 4;
  if (status === 400 || status === 404) return 2;
  if (status >= 301 && status <= 303) return 0;
  return RETRY_MINUTES.length;
};

/**
 * Milliseconds until the next attempt after these answers; null when there is none. The last answer decides.
 * `draw` from 0 to 1 spreads it by a tenth to either side.
 */
export const nextRetryMs = (answers: readonly number[], draw: number): number | null => {
  const tried = answers.length - 1;
  const minutes = RETRY_MINUTES[tried];
  if (minutes === undefined || tried >= retriesFor(answers[tried] ?? 0)) return null;
  return minutes * 60_000 * (0.9 + 0.2 * draw);
};
