import { spawn } from 'node:child_process';
import { inRoot } from './find-files.mjs';

const LINES_SHOWN = 30;

export const say = (line) => process.stderr.write(`${line}\n`);

/** One line at the start, one every ten seconds, one at the end; the program's own words only if it fails. */
export async function runStep(title, command, args) {
  const from = Date.now();
  const seconds = () => Math.round((Date.now() - from) / 1000);
  say(`${title}...`);
  const heartbeat = setInterval(() => say(`  ... ${seconds()} s`), 10_000);
  const { code, words } = await run(command, args);
  clearInterval(heartbeat);
  if (code === 0) return say(`${title}: ${seconds()} s`);
  // The first error names the cause; npm and tsc both go on for pages after it.
  const shown = words.trim().split('\n').slice(0, LINES_SHOWN).join('\n');
  throw new Error(`${shown}\n${title}: gagal / failed (${[command, ...args].join(' ')})`);
}

function run(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: inRoot(), stdio: ['ignore', 'pipe', 'pipe'] });
    let words = '';
    const hear = (chunk) => {
      words += chunk;
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', (error) => resolve({ code: 1, words: error.message }));
    child.on('close', (code) => resolve({ code, words }));
  });
}
