import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageRoot } from '../../src/platform/package-root.js';
import { readCsv } from '../../src/seed/read-csv.js';

export type Language = 'id' | 'en';

/** A text, or how one is made of what it tells. */
type Entry = string | ((...told: never[]) => string);
type Words = Readonly<Record<Language, Readonly<Record<string, Entry>>>>;

/**
 * What somebody reads, named in Bahasa Indonesia and given in the language they read:
 *
 *   say('Kirim pesanan')                 a text of the app, whole
 *   say`Terima semua: ${10}`             one that is made of what it tells
 *   say('Alasan', 'Reason')              where the app says it in English in more ways than one, or has it from elsewhere
 *
 * @throws in English for a text that the app has not, for one of several meanings where none is chosen, and for
 * English written out that the app would have told.
 */
export interface Say {
  (text: string, english?: string): string;
  (text: TemplateStringsArray, ...told: readonly (string | number)[]): string;
}

/** As it is made where nobody knows what it asks for. */
type Made = (...told: unknown[]) => string;

/** What no text says by itself. */
const mark = (place: number): string => `\uE000${place}\uE001`;
const marks = /\uE000(\d)\uE001/;

/** The texts of a dictionary that are made of `parts` and what they tell, in English. */
const madeInEnglish = ({ id, en }: Words, parts: readonly string[], told: readonly unknown[]): string[] =>
  Object.entries(id).flatMap(([key, make]) => {
    const makeInEnglish = en[key];
    if (typeof make === 'string' || typeof makeInEnglish !== 'function') return [];
    let made: unknown;
    try {
      made = (make as Made)(...[0, 1, 2, 3, 4, 5].map(mark));
    } catch {
      // One that asks more of what it tells than to be written down.
      return [];
    }
    if (typeof made !== 'string') return [];
    // Parts of the text, with the places of what is told between them.
    const pieces = made.split(marks);
    if (parts.join('\0') !== pieces.filter((_, place) => place % 2 === 0).join('\0')) return [];
    const args: unknown[] = [];
    pieces
      .filter((_, place) => place % 2 === 1)
      .forEach((place, nth) => {
        args[Number(place)] = told[nth];
      });
    return [(makeInEnglish as Made)(...args)];
  });

/** In English what dictionaries say in Bahasa Indonesia. */
export const sayFrom = (dictionaries: readonly Words[]): Say => {
  const known = new Map<string, Set<string>>();
  for (const { id, en } of dictionaries)
    for (const [key, text] of Object.entries(id)) {
      const english = en[key];
      if (typeof text !== 'string' || typeof english !== 'string') continue;
      known.set(text, (known.get(text) ?? new Set()).add(english));
    }
  return (text: string | TemplateStringsArray, ...told: readonly (string | number | undefined)[]): string => {
    const isWhole = typeof text === 'string';
    const found = isWhole
      ? [...(known.get(text) ?? [])]
      : [...new Set(dictionaries.flatMap((words) => madeInEnglish(words, text, told)))];
    const [first] = found;
    const named = isWhole ? text : text.join('…');
    if (isWhole && told[0] !== undefined) {
      const chosen = String(told[0]);
      if (found.length === 1)
        throw new Error(`the app says '${named}' in English by itself: '${String(first)}'`);
      if (found.length === 0 || found.includes(chosen)) return chosen;
    } else if (first !== undefined && found.length === 1) return first;
    const ways = found.map((english) => `'${english}'`).join(', ');
    throw new Error(
      found.length === 0 ? `the app nowhere says '${named}'` : `say which of ${ways} is meant by '${named}'`,
    );
  };
};

/** The names of goods, which the screens have from the server. */
const goods = (): Words => {
  const rows = readCsv('catalog/commodities.csv');
  const named = (column: string) =>
    Object.fromEntries(rows.map((row) => [row.text('code'), row.text(column)]));
  return { id: named('name_id'), en: named('name_en') };
};

/** All dictionaries of the screens. By their addresses: the compiler of the server knows no browser. */
const dictionariesOfApp = async (): Promise<readonly Words[]> => {
  const web = join(packageRoot(), 'web', 'src');
  const load = async (file: string): Promise<unknown> => import(pathToFileURL(join(web, file)).href);
  const sources = readdirSync(web, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.(?:spec|d)\.tsx?$/.test(file),
  );
  for (const file of sources)
    if (readFileSync(join(web, file), 'utf8').includes('defineWords(')) await load(file);
  const { dictionaries } = (await load('words/words.ts')) as { dictionaries: readonly Words[] };
  return dictionaries;
};

/** In Bahasa Indonesia as it stands. */
const asItStands: Say = (text: string | TemplateStringsArray, ...told: readonly unknown[]): string =>
  typeof text === 'string' ? text : String.raw({ raw: text }, ...told);

let inEnglish: Promise<Say> | undefined;

/** How a reader of `language` finds said what is named in Bahasa Indonesia. */
export const sayIn = async (language: Language): Promise<Say> => {
  if (language === 'id') return asItStands;
  inEnglish ??= dictionariesOfApp().then((dictionaries) => sayFrom([...dictionaries, goods()]));
  return inEnglish;
};
