import { accessSync, appendFileSync, constants } from 'node:fs';
import { delimiter, join, relative } from 'node:path';

// Debian keeps servers such as nginx in /usr/sbin, which is often not on a user's PATH.
const places = (): string[] => [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/sbin'];

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/** Where a program lies, for tests that start it themselves; undefined when this machine has none. */
export const findBinary = (name: string): string | undefined =>
  places()
    .map((place) => join(place, name))
    .find(isExecutable);

/**
 * True when this machine has no such program. That is written down, so that the run names in its last
 * lines what it did not test, and fails where `CI` is set: nothing is skipped silently.
 */
export const lacks = (name: string): boolean => {
  if (findBinary(name)) return false;
  const spec = relative(process.cwd(), expect.getState().testPath ?? 'unknown spec');
  const notRunFile = process.env.SEPIKUL_NOT_RUN_FILE;
  if (notRunFile) appendFileSync(notRunFile, `${name}\t${spec}\n`);
  else process.stderr.write(`NOT RUN: ${spec} (no ${name} on this machine)\n`);
  return true;
};

/** Declares the suite where the program exists; elsewhere one passing test that stands for what did not run. */
export const describeWhere = (name: string, title: string, suite: () => void): void => {
  if (!lacks(name)) {
    describe(title, suite);
    return;
  }
  describe(title, () => {
    it(`did not run: this machine has no ${name}`, () => {
      expect(findBinary(name)).toBeUndefined();
    });
  });
};
