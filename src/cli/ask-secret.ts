import { createInterface } from 'node:readline/promises';
import { Writable } from 'node:stream';

/**
 * A secret from the environment, or asked for without showing what is typed. Never an argument: those stand in
 * the shell's history and in the list of processes.
 *
 * @throws Error where it is neither set nor can be asked for.
 */
export const askSecret = async (question: string, variable: string): Promise<string> => {
  const set = process.env[variable];
  if (set !== undefined && set !== '') return set;
  if (!process.stdin.isTTY) throw new Error(`${question}: set ${variable}`);
  process.stderr.write(`${question}: `);
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: nowhere, terminal: true });
  try {
    return await lines.question('');
  } finally {
    lines.close();
    process.stderr.write('\n');
  }
};
