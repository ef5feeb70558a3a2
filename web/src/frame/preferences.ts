import { signal } from '@preact/signals';
import { isLanguage, type Language } from '../words/language.js';

const YEAR_S = 365 * 24 * 3600;

/** A choice about how pages look: in a cookie, since the server renders by it; it says nothing of who reads. */
const keep = (name: string, value: string): void => {
  document.cookie = `${name}=${value};path=/;max-age=${YEAR_S};samesite=lax`;
};

/** The language that was chosen since the page was opened; null while it is the one it came with. */
export const chosenLanguage = signal<Language | null>(null);

export const setLanguage = (language: Language): void => {
  keep('lang', language);
  document.documentElement.lang = language;
  chosenLanguage.value = language;
};

export type Theme = 'light' | 'dark';

export const themeNow = (): Theme => {
  const { theme } = document.documentElement.dataset;
  if (theme === 'light' || theme === 'dark') return theme;
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
};

export const setTheme = (theme: Theme): void => {
  keep('theme', theme);
  document.documentElement.dataset.theme = theme;
};

/** Puts the choices kept on this device on a page that was written for nobody in particular. */
export const looksOfReader = (): void => {
  const kept = (name: string): string | undefined =>
    new RegExp(`(?:^|; ?)${name}=([a-z]+)`).exec(document.cookie)?.[1];
  const [language, theme] = [kept('lang'), kept('theme')];
  if (isLanguage(language)) document.documentElement.lang = language;
  if (theme === 'light' || theme === 'dark') document.documentElement.dataset.theme = theme;
};
