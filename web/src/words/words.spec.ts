import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { dictionaries } from './words.js';

const web = join(import.meta.dirname, '..');
const files = readdirSync(web, { recursive: true, encoding: 'utf8' });

describe('the texts of all screens', () => {
  beforeAll(async () => {
    // Whatever defines words, parts of screens too.
    const sources = files.filter((file) => /\.tsx?$/.test(file) && !/\.(spec|d)\.tsx?$/.test(file));
    const ofBrowsersOnly = /(^|\/)(client\.tsx|service-worker\.ts)$/;
    for (const file of sources.filter((name) => !ofBrowsersOnly.test(name)))
      await import(pathToFileURL(join(web, file)).href);
  });

  it('have the same keys in both languages, each of the same kind', () => {
    expect(dictionaries.length).toBeGreaterThan(3);
    for (const { id, en } of dictionaries) {
      expect(Object.keys(en).sort()).toEqual(Object.keys(id).sort());
      for (const [key, text] of Object.entries(id)) expect([key, typeof en[key]]).toEqual([key, typeof text]);
    }
  });

  it('say something in each', () => {
    const silent = dictionaries.flatMap((words) =>
      Object.values(words).flatMap((texts) =>
        Object.entries(texts)
          .filter(([, text]) => typeof text === 'string' && text.trim() === '')
          .map(([key]) => key),
      ),
    );
    expect(silent).toEqual([]);
  });
});
