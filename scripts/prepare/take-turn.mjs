import * as fs from 'node:fs';
import { dirname, join } from 'node:path';
import { inRoot, readOr } from './find-files.mjs';
import { say } from './run-step.mjs';

const TURN_DIR = inRoot('.data', 'prepare.lock');
const WAIT_MS_MAX = 15 * 60_000;
const SIGN_MS = 2_000;
const SILENT_MS_MAX = 15_000;

const sleep = (ms) => new Promise((resolve) => void setTimeout(resolve, ms));

/**
 * Waits until no other run in this checkout installs or builds; returns how to give the turn back.
 * A directory is made by exactly one of two rivals; one whose maker is dead is cleared away.
 */
export async function takeTurn() {
  fs.mkdirSync(dirname(TURN_DIR), { recursive: true });
  const until = Date.now() + WAIT_MS_MAX;
  for (let round = 0; !makeDir(TURN_DIR); round += 1) {
    if (Date.now() > until) throw new Error(`Menunggu terlalu lama / Waited too long: ${TURN_DIR}`);
    if (isAbandoned(TURN_DIR)) clearAbandoned();
    else if (round === 0)
      say('Menunggu persiapan oleh proses lain... / Waiting for another process to prepare...');
    await sleep(100);
  }
  const pidFile = join(TURN_DIR, 'pid');
  const sign = () => fs.writeFileSync(pidFile, String(process.pid));
  sign();
  const heartbeat = setInterval(sign, SIGN_MS);
  return () => {
    clearInterval(heartbeat);
    fs.rmSync(TURN_DIR, { recursive: true, force: true });
  };
}

function makeDir(path) {
  try {
    fs.mkdirSync(path);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function isAbandoned(dir) {
  try {
    const pidFile = join(dir, 'pid');
    const signed = fs.existsSync(pidFile) ? pidFile : dir;
    const pid = Number(readOr(pidFile, '0'));
    // The signature's age besides the pid, as a pid may be somebody else's by now.
    const isOld = Date.now() - fs.statSync(signed).mtimeMs > SILENT_MS_MAX;
    return isOld || (pid > 0 && !isAlive(pid));
  } catch {
    return false;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Under a turn of its own: of two who see the dead one's lock, the slower must not clear the faster one's. */
function clearAbandoned() {
  const clearing = `${TURN_DIR}.clearing`;
  if (!makeDir(clearing))
    return void (isAbandoned(clearing) && fs.rmSync(clearing, { recursive: true, force: true }));
  if (isAbandoned(TURN_DIR)) fs.rmSync(TURN_DIR, { recursive: true, force: true });
  fs.rmdirSync(clearing);
}
