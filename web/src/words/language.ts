import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** Bahasa Indonesia first, English second. */
export const languages = ['id', 'en'] as const;
export type Language = (typeof languages)[number];

export const isLanguage = (text: string | undefined): text is Language =>
  languages.includes(text as Language);

export const LanguageContext = createContext<Language>('id');

export const useLanguage = (): Language => useContext(LanguageContext);
