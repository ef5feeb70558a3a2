import { spawn } from 'node:child_process';
import { rm, symlink } from 'node:fs/promises';
import { join } from 'node:path';

/** `npm run fuzz -- …`: compiles test/fuzz (lint judges its types), starts the tests' PostgreSQL server, and tries every route on it. */
const root = join(import.meta.dirname, '..');
const out = join(root, 'node_modules', '.cache', 'sepikul-fuzz');

const run = (args) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NODE_NO_WARNINGS: '1', TZ: 'UTC' },
    });
    child.on('close', (code) => resolve(code ?? 1));
  });

if ((await run(['node_modules/typescript/bin/tsc', '-p', 'tsconfig.fuzz.json', '--noCheck'])) !== 0)
  process.exit(1);
// The package's root, and with it what is built, is found from the compiled place upwards.
for (const name of ['package.json', 'openapi.json', 'dist', 'data']) {
  await rm(join(out, name), { force: true });
  await symlink(join(root, name), join(out, name));
}
const { default: setUp } = await import('../test/support/global-setup.mjs');
const { default: tearDown } = await import('../test/support/global-teardown.mjs');
await setUp();
const code = await run([join(out, 'test', 'fuzz', 'main.js'), ...process.argv.slice(2)]);
await tearDown();
process.exit(code);
