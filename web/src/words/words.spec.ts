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

  it('count one thing in English as one', () => {
    // What is said of several only, and words that are no things.
    const ofSeveral = /^(?:several\w*|more\w*|\w+More|promisesHold|passphraseHint)$/;
    const isNoThing = /^(?:is|has|was|its|less|says|decides|stands|invites|differs)$/;
    const wrong = dictionaries.flatMap(({ en }) =>
      Object.entries(en).flatMap(([key, make]) => {
        if (typeof make === 'string' || ofSeveral.test(key)) return [];
        const made = (make as (...told: string[]) => unknown)('1', '1', '1', '1');
        const things = [...String(made).matchAll(/(?<![\w.])1 (?:other |more )?([a-z]+s)\b/g)];
        return things.some(([, thing = '']) => !isNoThing.test(thing)) ? [`${key}: ${String(made)}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
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
