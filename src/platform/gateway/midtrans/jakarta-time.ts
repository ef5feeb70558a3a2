const OFFSET_MS = 7 * 3_600_000;

/** `2026-11-23 09:15:02`, which is GMT+7 without saying so; null for what is no such time. */
export const readJakartaTime = (written: unknown): Date | null => {
  if (typeof written !== 'string' || !/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(written)) return null;
  const at = new Date(`${written.replace(' ', 'T')}+07:00`);
  return Number.isNaN(at.getTime()) ? null : at;
};

/** `2026-11-23 09:15:02`, in GMT+7, whole seconds. */
export const writeJakartaTime = (at: Date): string =>
  new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
