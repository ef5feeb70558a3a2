import { spawn } from 'node:child_process';
import { readdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';

/** `npm run bench -- NAME [ARGS]`: compiles bench/ and runs one; each prints ratios against a named reference in the same run. */
const root = join(import.meta.dirname, '..');
const out = join(root, 'node_modules', '.cache', 'sepikul-bench');

const run = (command, args) =>
  new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    });
    child.on('close', (code) => resolve(code ?? 1));
  });

const names = (await readdir(join(root, 'bench')))
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.slice(0, -'.bench.ts'.length));
const [name, ...args] = process.argv.slice(2);
if (!names.includes(name)) {
  console.error(`npm run bench -- NAME, one of: ${names.join(', ')}`);
  process.exit(2);
}
if ((await run(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.bench.json'])) !== 0)
  process.exit(1);
// The package's root is found from the compiled place upwards; with it lies what ships beside the code.
for (const beside of ['package.json', 'data', 'dist'])
  await symlink(join(root, beside), join(out, beside)).catch((error) => {
    if (error.code !== 'EEXIST') throw error;
  });
process.exit(await run(process.execPath, [join(out, 'bench', `${name}.bench.js`), ...args]));
