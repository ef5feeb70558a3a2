import type { Language } from './language.js';

/** A page waits no longer than this for what it can do itself. */
const PATIENCE_MS = 1_000;

/** What a number and a day read first, all others stand on. */
const scriptFor = (locales: string): string =>
  `data:text/javascript,for(let l of[${locales}])0..toLocaleString(l)+new Date().toLocaleString(l,{weekday:'long'});postMessage(0)`;

/**
 * Browsers read the names and rules of a language when `Intl` is first used, which keeps a slow phone's page from
 * answering for a quarter of a second. A worker of the same process reads them while the screen is being fetched: the
 * page finds them there. Where none may be made, or none answers, the page reads them itself.
 * @returns when they are read, or cannot be.
 */
export const warmFormats = (language: Language): Promise<void> =>
  new Promise((resolve) => {
    try {
      const worker = new Worker(scriptFor(language === 'id' ? "'id-ID'" : "'id-ID','en-GB'"));
      const end = (): void => {
        clearTimeout(late);
        worker.terminate();
        resolve();
      };
      const late = setTimeout(end, PATIENCE_MS);
      worker.onmessage = worker.onerror = end;
    } catch {
      resolve();
    }
  });
