import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../../src/platform/package-root.js';

type Files = readonly (readonly [path: string, content: string])[];

/** What the screens carry of data/ follows from it: the maps and the market prices. */
const staleFiles = (files: Files): string[] =>
  files
    .filter(([path, content]) => readFileSync(join(packageRoot(), path), 'utf8') !== content)
    .map(([path]) => `${path} is not what data/ makes: node scripts/write-web-data.mjs`);

describe('the data of the screens', () => {
  let files: Files;
  beforeAll(async () => {
    const script = join(packageRoot(), 'scripts', 'write-web-data.mjs');
    files = ((await import(script)) as { webData: () => Files }).webData();
  });

  it('is what data/ makes', () => {
    expect(staleFiles(files)).toEqual([]);
  });

  it('is seen to differ from it', () => {
    expect(staleFiles(files.map(([path, content]) => [path, `${content} `]))).toHaveLength(files.length);
  });
});
