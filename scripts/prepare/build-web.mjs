import * as fs from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { hashOf, inRoot, readOr } from './find-files.mjs';
import { runStep } from './run-step.mjs';

const OUTPUT = inRoot('dist', 'web');
const HASH_FILE = join(OUTPUT, '.inputs-hash');
const SCHEMA_FILE = join('web', 'src', 'api', 'schema.d.ts');

export const isWebBuilt = () => readOr(HASH_FILE, '') === hashInputs() && fs.existsSync(inRoot(SCHEMA_FILE));

/** The client's types from openapi.json, the screens for browsers and for the server, and the files compressed. */
export async function buildWeb() {
  const hash = hashInputs();
  fs.rmSync(HASH_FILE, { force: true });
  const node = process.execPath;
  const vite = join('node_modules', 'vite', 'bin', 'vite.js');
  const schema = join('node_modules', 'openapi-typescript', 'bin', 'cli.js');
  await runStep('Menyusun layar / Building the screens', node, [schema, 'openapi.json', '-o', SCHEMA_FILE]);
  await runStep('  untuk peramban / for browsers', node, [vite, 'build', 'web']);
  await runStep('  untuk server / for the server', node, [vite, 'build', 'web', '--ssr']);
  const worker = join('web', 'vite.worker.config.ts');
  await runStep('  pekerja luring / for use offline', node, [vite, 'build', 'web', '--config', worker]);
  const client = join(OUTPUT, 'client');
  for (const file of filesIn(client).filter((path) => /\.(js|css|svg|json|webmanifest)$/.test(path)))
    compress(file);
  fs.writeFileSync(HASH_FILE, hash);
}

/** Once, at the highest quality, so that serving a file costs nothing. */
function compress(file) {
  const bytes = fs.readFileSync(file);
  if (bytes.length < 1024) return;
  fs.writeFileSync(
    `${file}.br`,
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }),
  );
  fs.writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
}

function filesIn(folder) {
  return fs
    .readdirSync(folder, { withFileTypes: true, recursive: true })
    .flatMap((entry) => (entry.isFile() ? [join(entry.parentPath ?? entry.path, entry.name)] : []));
}

function hashInputs() {
  const inputs = filesIn(inRoot('web'))
    .filter((path) => !path.endsWith('schema.d.ts') && !/\.spec\.tsx?$/.test(path))
    .sort();
  // What the screens take from the server's own sources: pure rules, the same on both sides.
  const shared = ['core', 'seal'].flatMap((tree) => filesIn(inRoot('src', tree))).sort();
  const paths = [inRoot('openapi.json'), inRoot('package-lock.json'), ...inputs, ...shared];
  return hashOf(...paths.map((path) => `${path.slice(inRoot().length)} ${hashOf(fs.readFileSync(path))}\n`));
}
