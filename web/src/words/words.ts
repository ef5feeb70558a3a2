import { useLanguage, type Language } from './language.js';

/** A text, or how one is made of what it tells. */
type Entry = string | ((...parts: never[]) => string);
export type Dictionary = Readonly<Record<string, Entry>>;

/** The same keys, each of the same kind. */
type Same<Words extends Dictionary> = {
  readonly [Key in keyof Words]: Words[Key] extends string ? string : Words[Key];
};

export type Words<Own extends Dictionary> = Readonly<Record<Language, Same<Own>>>;

/** Every dictionary there is, for the test that holds their keys against each other. */
export const dictionaries: Words<Dictionary>[] = [];

/** The texts of a stage's screens in both languages: the compiler holds the keys of the second against the first. */
export const defineWords = <Own extends Dictionary>(both: { id: Own; en: Same<Own> }): Words<Own> => {
  const words = both as Words<Own>;
  dictionaries.push(words);
  return words;
};

/** The texts in the language of who reads. */
export const useWords = <Own extends Dictionary>(words: Words<Own>): Same<Own> => words[useLanguage()];
