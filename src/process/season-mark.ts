import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { packageRoot } from '../platform/package-root.js';

const file = (): string => join(packageRoot(), '.data', 'first-season.playing');

/**
 * Stands while the first season is being played on the embedded database. Found at a start, it tells that a
 * killed run left half a season there, of which nothing is anybody's work: the database is made anew.
 */
export const seasonMark = {
  stands: (): Promise<boolean> =>
    stat(file()).then(
      () => true,
      () => false,
    ),
  set: async (): Promise<void> => {
    await mkdir(dirname(file()), { recursive: true });
    await writeFile(file(), '');
  },
  remove: (): Promise<void> => rm(file(), { force: true }),
};
