import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { promiseWords } from './promise-words.js';

const migrations = join(import.meta.dirname, '../../../src/migrations');

describe('the words of the promises', () => {
  it('say each promise that the database holds, and no other', () => {
    const views = new Set(
      readdirSync(migrations)
        .flatMap((file) => [...readFileSync(join(migrations, file), 'utf8').matchAll(/\bp\d\d_[a-z_]+/g)])
        .map(([name]) => name),
    );
    expect(views.size).toBeGreaterThan(20);
    expect(Object.keys(promiseWords.id).sort()).toEqual([...views].sort());
  });
});
