import type * as InUse from './in-use.js';

let inUse: typeof InUse | null = null;

/** Goes down to where a screen was left, where the page was worked on before. */
export const returnTo = (top: number): void => inUse?.returnTo(top);

/**
 * Fetches what only somebody who works on the page needs, once they touch it: to read it nobody waits for it. Without a
 * signal the next touch asks again.
 */
export const watchUse = (root: HTMLElement): void => {
  const fetchIt = (): void => {
    if (!navigator.onLine) return;
    root.removeEventListener('focusin', fetchIt);
    import('./in-use.js').then(
      (file) => {
        inUse = file;
        file.keepFocus(root);
      },
      () => undefined,
    );
  };
  root.addEventListener('focusin', fetchIt);
};
