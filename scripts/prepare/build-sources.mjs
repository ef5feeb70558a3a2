import * as fs from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { hashOf, inRoot } from './find-files.mjs';
import { runStep } from './run-step.mjs';

const MANIFEST_FILE = inRoot('dist', '.inputs-hash');
const BUILD_INFO_FILE = inRoot('dist', '.tsbuildinfo');

export function isBuilt() {
  const manifest = readManifest();
  return manifest.hash === hashInputs(listInputs()) && manifest.inputs.every(hasOutput);
}

/** The manifest is renewed last, so a build that failed or was killed is stale the next time. */
export async function build() {
  const before = readManifest();
  const inputs = listInputs();
  const hash = hashInputs(inputs);
  // tsc would otherwise believe its notes and not write again what is missing.
  if (!before.inputs.length || !before.inputs.every(hasOutput)) fs.rmSync(BUILD_INFO_FILE, { force: true });
  // tsc writes even what does not type-check, so from here on both lists may have outputs.
  const known = [...new Set([...before.inputs, ...inputs])];
  writeManifest({ hash: '', inputs: known });
  const tsc = join('node_modules', 'typescript', 'bin', 'tsc');
  await runStep('Menyusun program / Building', process.execPath, [tsc, '-p', 'tsconfig.build.json']);
  known.filter((path) => !inputs.includes(path)).forEach(removeOutput);
  inputs.filter(isAsset).forEach(copyAsset);
  await runStep('Memeriksa rute / Checking routes', process.execPath, [
    inRoot('scripts', 'prepare', 'check-routes.mjs'),
  ]);
  writeManifest({ hash, inputs });
}

const isAsset = (path) => /\.(json|csv)$/.test(path);
const isSource = (path) => (/\.ts$/.test(path) && !/\.spec\.ts$/.test(path)) || isAsset(path);
const outputOf = (path) => inRoot('dist', relative('src', path).replace(/\.ts$/, '.js'));
const hasOutput = (path) => /\.d\.ts$/.test(path) || fs.existsSync(outputOf(path));

/** Every file the build reads under src/, relative to the root, in an order all machines agree on. */
function listInputs(dir = 'src') {
  const entries = fs.readdirSync(inRoot(dir), { withFileTypes: true });
  const found = entries.flatMap((entry) => {
    const path = join(dir, entry.name);
    return entry.isDirectory() ? listInputs(path) : isSource(path) ? [path] : [];
  });
  return found.sort();
}

function hashInputs(inputs) {
  const configs = fs
    .readdirSync(inRoot())
    .filter((name) => /^tsconfig.*\.json$/.test(name))
    .sort();
  const paths = [...configs, 'package-lock.json', ...inputs];
  return hashOf(...paths.map((path) => `${path} ${hashOf(fs.readFileSync(inRoot(path)))}\n`));
}

function readManifest() {
  try {
    return JSON.parse(fs.readFileSync(MANIFEST_FILE, 'utf8'));
  } catch {
    return { hash: '', inputs: [] };
  }
}

function writeManifest(manifest) {
  fs.mkdirSync(dirname(MANIFEST_FILE), { recursive: true });
  fs.writeFileSync(MANIFEST_FILE, JSON.stringify(manifest));
}

function copyAsset(path) {
  fs.mkdirSync(dirname(outputOf(path)), { recursive: true });
  fs.copyFileSync(inRoot(path), outputOf(path));
}

/** A removed migration must not go on running from dist/. Touches only what an earlier build made. */
function removeOutput(path) {
  for (const output of [outputOf(path), `${outputOf(path)}.map`]) fs.rmSync(output, { force: true });
}
