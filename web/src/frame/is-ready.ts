import { signal } from '@preact/signals';

/**
 * Whether the page hears what is pressed: a page comes from the server before its script, and on a weak signal long
 * before it. Until then its buttons wait, so that no press is lost; what is typed is kept, see typed-early.ts.
 */
export const isReady = signal(false);
