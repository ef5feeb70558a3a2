/** npm run lint: every check runs, two at a time, also when one fails; then a table, and 1 if any failed. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const AT_A_TIME = 2;
const isCi = process.env.CI === '1' || process.env.CI === 'true';
const trees = ['src', 'test', 'bench', 'web'].filter((tree) => existsSync(`${root}/${tree}`));

const eslint = (name, paths) => ({
  name: `eslint ${name}`,
  bin: 'eslint/bin/eslint.js',
  args: [
    ...['--max-warnings', '0', '--no-error-on-unmatched-pattern'],
    // By content, since a fresh checkout has fresh times. Not in CI: a type changed in one file can break a
    // rule in another that the cache believes unchanged.
    ...(isCi
      ? []
      : [
          '--cache',
          '--cache-location',
          `node_modules/.cache/eslint-${name}/`,
          '--cache-strategy',
          'content',
        ]),
    ...paths,
  ],
});

const checks = [
  // The longest first, in two halves.
  eslint('src', ['src']),
  eslint('beside', [...trees.filter((tree) => tree !== 'src'), 'scripts', '*.mjs', '.*.mjs']),
  { name: 'types', bin: 'typescript/bin/tsc', args: ['--noEmit', '-p', 'tsconfig.json'] },
  // What `node scripts/prepare.mjs` has written of openapi.json is the client's half of the contract.
  ...['tsconfig.json', 'tsconfig.worker.json', 'tsconfig.spec.json'].map((file) => ({
    name: `types web/${/tsconfig\.(?:(\w+)\.)?json/.exec(file)[1] ?? 'app'}`,
    bin: 'typescript/bin/tsc',
    args: ['--noEmit', '-p', `web/${file}`],
  })),
  {
    name: 'prettier',
    bin: 'prettier/bin/prettier.cjs',
    args: ['--check', '--cache', '.'],
  },
  {
    name: 'imports',
    bin: 'dependency-cruiser/bin/dependency-cruise.mjs',
    args: ['--config', '.dependency-cruiser.mjs', ...trees],
  },
  { name: 'unused', bin: 'knip/bin/knip.js', args: ['--no-progress'] },
];

const run = ({ name, bin, args }) =>
  new Promise((resolve) => {
    const startedMs = performance.now();
    const output = [];
    const child = spawn(process.execPath, [`node_modules/${bin}`, ...args], {
      cwd: root,
      env: { ...process.env, NODE_NO_WARNINGS: '1' },
    });
    child.stdout.on('data', (chunk) => output.push(chunk));
    child.stderr.on('data', (chunk) => output.push(chunk));
    const end = (isGood) => {
      const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
      if (!isGood) process.stdout.write(`\n--- ${name}\n${Buffer.concat(output).toString().trimEnd()}\n`);
      resolve({ name, isGood, seconds });
    };
    child.on('error', (error) => {
      output.push(Buffer.from(error.message));
      end(false);
    });
    child.on('close', (code) => end(code === 0));
  });

const waiting = [...checks];
const results = [];
const lane = async () => {
  for (let check = waiting.shift(); check; check = waiting.shift()) results.push(await run(check));
};
await Promise.all(Array.from({ length: AT_A_TIME }, lane));

console.log('');
for (const { name } of checks) {
  const { isGood, seconds } = results.find((result) => result.name === name);
  console.log(`${name.padEnd(16)} ${isGood ? 'ok    ' : 'FAILED'} ${seconds.padStart(6)} s`);
}
process.exitCode = results.every(({ isGood }) => isGood) ? 0 : 1;
