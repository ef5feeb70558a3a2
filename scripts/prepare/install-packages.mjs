import * as fs from 'node:fs';
import { basename } from 'node:path';
import { hashOf, inRoot, readOr } from './find-files.mjs';
import { runStep } from './run-step.mjs';

const LOCK_FILE = inRoot('package-lock.json');
const LOCK_HASH_FILE = inRoot('node_modules', '.sepikul-lock-hash');

const lockHash = () => `${hashOf(fs.readFileSync(LOCK_FILE))}-${process.platform}-${process.arch}`;

export function isInstalled() {
  if (!fs.existsSync(inRoot('node_modules'))) return false;
  if (readOr(LOCK_HASH_FILE, '') === lockHash()) return true;
  // Somebody ran npm by hand: what npm noted down tells whether there is anything left to do.
  if (!matchesLock()) return false;
  noteInstalled();
  return true;
}

function noteInstalled() {
  try {
    fs.writeFileSync(LOCK_HASH_FILE, lockHash());
  } catch {
    // node_modules belongs to somebody else: then the comparison is simply made each time.
  }
}

function matchesLock() {
  const wanted = JSON.parse(readOr(LOCK_FILE, '{}')).packages || {};
  const present = JSON.parse(readOr(inRoot('node_modules', '.package-lock.json'), '{}')).packages || {};
  const suits = (list, own) => !list || list.includes(own);
  const isThere = ([path, { version, optional }]) =>
    path === '' || (present[path] ? present[path].version === version : Boolean(optional));
  const belongs = ([path, { os, cpu }]) =>
    path in wanted && suits(os, process.platform) && suits(cpu, process.arch);
  return Object.entries(wanted).every(isThere) && Object.entries(present).every(belongs);
}

export async function install() {
  // npm would empty the folder it leads to, which others use.
  const folder = fs.lstatSync(inRoot('node_modules'), { throwIfNoEntry: false });
  if (folder?.isSymbolicLink())
    throw new Error(
      'node_modules adalah tautan ke folder lain yang tidak cocok dengan package-lock.json; hapus tautannya dahulu.\n' +
        'node_modules is a link to a folder that does not suit package-lock.json; remove the link first.',
    );
  const npm = process.env.npm_execpath || '';
  const args = ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'];
  const isNpm = basename(npm) === 'npm-cli.js';
  await runStep(
    'Memasang paket / Installing packages',
    isNpm ? process.execPath : 'npm',
    isNpm ? [npm, ...args] : args,
  );
  noteInstalled();
}
