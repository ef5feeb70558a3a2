import { escapeHtml } from '../http/escape-html.js';
import type { BuiltWeb, RenderedPage } from './built-web.js';

export interface PageLooks {
  readonly language: 'id' | 'en';
  /** Null: as the device has it. */
  readonly theme: 'light' | 'dark' | null;
  readonly displayName: string;
}

/** JSON within a page: no text of it may end the element it stands in. */
const inScript = (json: string): string => json.replaceAll('<', '\\u003c');

/** The whole page around what was rendered of a screen. */
export const writePage = (
  { page, filesOf }: Pick<BuiltWeb, 'page' | 'filesOf'>,
  { head, html, answers, source }: RenderedPage,
  { language, theme, displayName }: PageLooks,
): string => {
  const title = head.title === '' ? displayName : `${head.title} · ${displayName}`;
  const known = new Set([...page.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file));
  const preloads = (source === null ? [] : filesOf(source))
    .filter((file) => !known.has(file))
    .map((file) => `<link rel="modulepreload" href="${file}">`);
  const inHead = [
    `<title>${escapeHtml(title)}</title>`,
    ...(head.description === ''
      ? []
      : [`<meta name="description" content="${escapeHtml(head.description)}">`]),
    ...preloads,
  ].join('');
  const opening = `<html lang="${language}"${theme === null ? '' : ` data-theme="${theme}"`}>`;
  // Functions, since what is put in may hold `$&`, which a plain replacement would read as a pattern.
  return page
    .replace(/<html[^>]*>/, () => opening)
    .replace('<!--head-->', () => inHead)
    .replace('<!--screen-->', () => html)
    .replace('<!--data-->', () => `<script type="application/json" id="data">${inScript(answers)}</script>`);
};

/** A page without a screen, in the language that comes first. */
export const writeShell = (page: string, displayName: string): string =>
  page
    .replace('<!--head-->', () => `<title>${escapeHtml(displayName)}</title>`)
    .replace('<!--screen-->', '')
    .replace('<!--data-->', '');

const tooMany = {
  id: {
    title: 'Terlalu banyak permintaan',
    text: (seconds: number) =>
      `Dari alamat ini terlalu banyak halaman diminta. Coba lagi ${seconds} detik lagi.`,
  },
  en: {
    title: 'Too many requests',
    text: (seconds: number) =>
      `Too many pages were asked for from this address. Try again in ${seconds} seconds.`,
  },
} as const;

/** A page that is not rendered, since too many were asked for: it costs nothing to write and asks for nothing more. */
export const writeRefused = (
  page: string,
  language: 'id' | 'en',
  displayName: string,
  seconds: number,
): string => {
  const { title, text } = tooMany[language];
  const html = `<main id="isi"><section class="notice notice-warning"><h1 class="notice-title">${title}</h1><p>${text(seconds)}</p></section></main>`;
  return page
    .replace(/<script[^>]*><\/script>/g, '')
    .replace(/<link rel="modulepreload"[^>]*>/g, '')
    .replace(/<html[^>]*>/, () => `<html lang="${language}">`)
    .replace('<!--head-->', () => `<title>${escapeHtml(`${title} · ${displayName}`)}</title>`)
    .replace('<!--screen-->', () => html)
    .replace('<!--data-->', '');
};
