const DAY_MS = 86_400_000;

/** Days from one civil day `YYYY-MM-DD` to another; below zero when it lies before. */
export const countDays = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
