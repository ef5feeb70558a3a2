import { setTimeout as pause } from 'node:timers/promises';

const POLL_MS = 120;
const PATIENCE_MS = 120_000;

/** The worker did not bring about what was waited for; says what that was and what was seen last. */
class WaitedInVain extends Error {
  constructor(what: string, patienceMs: number, seen: string) {
    super(`waited ${Math.round(patienceMs / 1000)} s in vain until ${what}; last seen: ${seen}`);
    this.name = 'WaitedInVain';
  }
}

/** What a look found: the value when it is there, else what there was instead. */
export type Look<Value> = { readonly found: Value } | { readonly seen: string };

/** Looks again and again until the value is there. `what` completes "waited until …". */
export const waitUntil = async <Value>(
  what: string,
  look: () => Promise<Look<Value>>,
  patienceMs = PATIENCE_MS,
): Promise<Value> => {
  const giveUpAt = performance.now() + patienceMs;
  for (;;) {
    const outcome = await look();
    if ('found' in outcome) return outcome.found;
    if (performance.now() > giveUpAt) throw new WaitedInVain(what, patienceMs, outcome.seen);
    await pause(POLL_MS);
  }
};
