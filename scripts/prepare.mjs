/**
 * Runs before start, demo, test and bench: installs what package-lock.json asks for and builds src/
 * when either is stale, otherwise ends at once. Plain Node without packages, because it is what
 * installs them, and plain syntax, so that an old Node gets as far as the refusal.
 */
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, isBuilt } from './prepare/build-sources.mjs';
import { buildWeb, isWebBuilt } from './prepare/build-web.mjs';
import { install, isInstalled } from './prepare/install-packages.mjs';
import { say } from './prepare/run-step.mjs';
import { takeTurn } from './prepare/take-turn.mjs';

export { build, buildWeb, install, isBuilt, isInstalled, isWebBuilt };

const NODE_LEAST = [20, 19];

export async function prepare() {
  checkNode();
  if (isInstalled() && isBuilt() && isWebBuilt()) return;
  const giveBack = await takeTurn();
  try {
    // Asked again: whoever had the turn before us may have done it.
    if (!isInstalled()) await install();
    if (!isBuilt()) await build();
    if (!isWebBuilt()) await buildWeb();
  } finally {
    giveBack();
  }
}

export function checkNode(version = process.versions.node) {
  const [major, minor] = version.split('.').map(Number);
  const isEnough = major > NODE_LEAST[0] || (major === NODE_LEAST[0] && minor >= NODE_LEAST[1]);
  if (isEnough) return;
  const least = NODE_LEAST.join('.');
  throw new Error(
    `Sepikul memerlukan Node ${least} atau lebih baru; ini Node ${version}.\nSepikul needs Node ${least} or newer; this is Node ${version}.`,
  );
}

if (process.argv[1] && realpathSync(process.argv[1]) === realpathSync(fileURLToPath(import.meta.url))) {
  prepare().catch((error) => {
    say(error.message);
    process.exitCode = 1;
  });
}
