/**
 * What the database's programs get to see. Nothing else is handed down: a PGDATA, PGPORT, LC_ALL or
 * LD_PRELOAD of whoever starts us must not change what the same data means.
 */
export function pinEnvironment(): Record<string, string> {
  return { PATH: process.env.PATH ?? '/usr/bin:/bin', LC_ALL: 'C', LANG: 'C', TZ: 'UTC' };
}
