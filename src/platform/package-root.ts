import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Where the package lies, with `data/` and what else ships beside the code: the nearest folder upwards that
 * holds a package.json. So the same line works from `src/` under test and from `dist/` in a deployment.
 */
export const packageRoot = (from: string = import.meta.dirname): string => {
  if (existsSync(join(from, 'package.json'))) return from;
  const parent = dirname(from);
  if (parent === from) throw new Error('no package.json above this file: where does Sepikul lie?');
  return packageRoot(parent);
};
