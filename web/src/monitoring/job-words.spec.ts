import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { jobWords } from './job-words.js';

const modules = join(import.meta.dirname, '../../../src/modules');
const consumers = readdirSync(modules, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.consumer.ts'))
  .flatMap((file) =>
    [...readFileSync(join(modules, file), 'utf8').matchAll(/@Consumes\(\s*'([^']+)'/g)].map(
      ([, name]) => name,
    ),
  );

describe('work of the system', () => {
  it('has words for each consumer there is, and for no other', () => {
    expect(consumers.length).toBeGreaterThan(40);
    expect(Object.keys(jobWords.id).sort()).toEqual(consumers.sort());
  });

  it('is said apart: no two consumers are called the same', () => {
    for (const words of Object.values(jobWords))
      expect(new Set(Object.values(words)).size).toBe(consumers.length);
  });
});
