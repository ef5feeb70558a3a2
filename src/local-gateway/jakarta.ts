/** `2026-11-23 09:15:02`, GMT+7 without saying so, as the gateway writes every moment. */
export const jakarta = (at: number): string =>
  new Date(at + 7 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');

/** The moment of `2026-11-23 09:15:02 +0700`; undefined for anything else. */
export const momentOf = (written: unknown): number | undefined => {
  if (typeof written !== 'string' || !/^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2} \+0700$/.test(written))
    return undefined;
  const at = Date.parse(written.replace(' ', 'T').replace(' +0700', '+07:00'));
  return Number.isNaN(at) ? undefined : at;
};
