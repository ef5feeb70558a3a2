import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

/**
 * Where each program lies; Debian keeps nginx in /usr/sbin, which is often not on a user's PATH.
 * @throws Error naming all that is missing and how to install it: Debian's packages bear the same names.
 */
export function findPrograms(names) {
  const places = [...(process.env.PATH ?? '').split(delimiter).filter(Boolean), '/usr/sbin'];
  const find = (name) => places.map((place) => join(place, name)).find(isExecutable);
  const found = Object.fromEntries(names.map((name) => [name, find(name)]));
  const missing = names.filter((name) => found[name] === undefined);
  if (missing.length === 0) return found;
  throw new Error(`${missing.join(' and ')} not found: sudo apt-get install ${missing.join(' ')}`);
}
