/**
 * npm test                     every project, after the build
 * npm test -- core             one project (core, web, db, story, browser, law), or several: core law
 * npm test -- -t 'a sentence'  anything else goes to jest as it stands
 * npm test -- --zones          core a second time under Asia/Jakarta (always where CI is set)
 * npm test -- --draw [N]       other cases for the properties than those of every run: drawn, or those of N
 * npm test -- browser --slow [MS]  each file and answer reaches the browser up to so much late, in any order
 *
 * The last line is always `N passed, N failed, N skipped`. A suite that could not even start counts as
 * one failed; a skipped or todo test fails the run, unless a name pattern is what left it out.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const PROJECTS = ['core', 'web', 'db', 'story', 'browser', 'law'];
const isCi = process.env.CI === '1' || process.env.CI === 'true';

const given = process.argv.slice(2);
const wantsZones = isCi || given.includes('--zones');
const rest = given.filter((arg) => arg !== '--zones');
/** Takes an option out of the rest, with the number after it or one for where there is none; undefined: not given. */
const takeNumber = (name, otherwise) => {
  const at = rest.indexOf(name);
  if (at < 0) return undefined;
  const isNamed = /^\d+$/.test(rest[at + 1] ?? '');
  const [, named] = rest.splice(at, isNamed ? 2 : 1);
  return named ?? String(otherwise);
};
const draw = takeNumber('--draw', Math.floor(Math.random() * 2 ** 31));
if (draw !== undefined) {
  process.env.SEPIKUL_DRAW = draw;
  console.log(`Properti diundi dengan / Properties drawn with: --draw ${draw}`);
}
const slowMs = takeNumber('--slow', 1500);
if (slowMs !== undefined) process.env.SEPIKUL_TEST_SLOW = slowMs;
const chosen = [];
while (PROJECTS.includes(rest[0])) chosen.push(rest.shift());
const isFilteredByName = rest.some(
  (arg) => arg === '-t' || arg.startsWith('--testNamePattern') || /^-t./.test(arg),
);

const scratch = mkdtempSync(join(tmpdir(), 'sepikul-test-'));
const notRunFile = join(scratch, 'not-run');

/** Runs jest once and reads its counts; without a readable result the run itself counts as one failed. */
const runJest = async (projects, zone) => {
  const resultFile = join(scratch, `${zone.replace('/', '-')}.json`);
  const args = [
    '--experimental-vm-modules',
    'node_modules/jest/bin/jest.js',
    // Before the next option: jest reads every bare word after --selectProjects as a project.
    ...(projects.length > 0 ? ['--selectProjects', ...projects] : []),
    '--maxWorkers=2',
    '--json',
    `--outputFile=${resultFile}`,
    ...rest,
  ];
  const env = { ...process.env, TZ: zone, NODE_NO_WARNINGS: '1', SEPIKUL_NOT_RUN_FILE: notRunFile };
  const code = await new Promise((resolve) => {
    const jest = spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' });
    jest.on('error', () => resolve(1));
    jest.on('close', (exitCode) => resolve(exitCode ?? 1));
  });
  if (!existsSync(resultFile)) return { passed: 0, failed: 1, skipped: 0, code };
  const result = JSON.parse(readFileSync(resultFile, 'utf8'));
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + result.numRuntimeErrorTestSuites,
    skipped: result.numPendingTests + result.numTodoTests,
    code,
  };
};

const notRun = () =>
  existsSync(notRunFile)
    ? [...new Set(readFileSync(notRunFile, 'utf8').split('\n').filter(Boolean))].map((line) =>
        line.split('\t'),
      )
    : [];

const run = async () => {
  // Imported late: a fault in preparing must still end in the last line.
  const { prepare } = await import('./prepare.mjs');
  await prepare();

  const counts = await runJest(chosen, 'UTC');
  let isFailed = counts.code !== 0;
  if (wantsZones && (chosen.length === 0 || chosen.includes('core'))) {
    const second = await runJest(['core'], 'Asia/Jakarta');
    console.log(`core again under Asia/Jakarta: ${second.passed} passed, ${second.failed} failed`);
    // The same tests again: they add their failures, not their number.
    counts.failed += second.failed;
    isFailed ||= second.code !== 0;
  }
  if (isFailed && counts.failed === 0)
    console.log('jest ended with an error although no test failed: see above');
  if (counts.skipped > 0 && !isFilteredByName) console.log('skipped or todo tests fail the run');
  const lacking = notRun();
  for (const [name, spec] of lacking) console.log(`NOT RUN: ${spec} (no ${name} on this machine)`);
  if (isCi && lacking.length > 0) console.log('with CI set, what could not run fails the run');
  isFailed ||= counts.failed > 0 || (counts.skipped > 0 && !isFilteredByName) || (isCi && lacking.length > 0);
  return { ...counts, isFailed };
};

writeFileSync(notRunFile, '');
let outcome;
try {
  outcome = await run();
} catch (error) {
  console.log(error instanceof Error ? (error.stack ?? error.message) : String(error));
  outcome = { passed: 0, failed: 1, skipped: 0, isFailed: true };
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
console.log(`${outcome.passed} passed, ${outcome.failed} failed, ${outcome.skipped} skipped`);
process.exitCode = outcome.isFailed ? 1 : 0;
