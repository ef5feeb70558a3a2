import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The built thread is missing: `npm run build` has not run. */
class SolverNotBuilt extends Error {
  override readonly name = 'SolverNotBuilt';
}

/**
 * Where the solver thread's JavaScript lies. Beside this file in the build; when this file runs as
 * TypeScript (tests), in the build under `dist/`.
 *
 *   .../src/modules/award/engine/locate-thread.ts -> .../dist/modules/award/engine/highs-thread.js
 *
 * @throws SolverNotBuilt
 */
export const locateThread = (here: string = import.meta.url): string => {
  const place = here.endsWith('.ts')
    ? '../../../../dist/modules/award/engine/highs-thread.js'
    : './highs-thread.js';
  const path = fileURLToPath(new URL(place, here));
  if (!existsSync(path)) throw new SolverNotBuilt('the solver thread is not built: run "npm run build"');
  return path;
};
