import { useRef, useState } from 'preact/hooks';
import type { Entry, Errand } from './entry.js';
import { outbox, put } from './outbox.js';

/**
 * Doing something that must survive without a signal: `send` keeps it on the phone and is done; `entries` then tell
 * how far each has come.
 */
export const useErrands = (): {
  readonly entries: readonly Entry[];
  /** Back to before they were sent; they go on by themselves. */
  readonly reset: () => void;
  readonly send: (errands: readonly Errand[]) => Promise<void>;
} => {
  const [ids, setIds] = useState<readonly string[]>([]);
  const isKeeping = useRef(false);
  return {
    entries: outbox.value.filter(({ id }) => ids.includes(id)),
    reset: () => {
      setIds([]);
    },
    send: async (errands) => {
      // Pressed twice before the phone has written it down, it is still one errand.
      if (isKeeping.current) return;
      isKeeping.current = true;
      try {
        const kept: string[] = [];
        for (const errand of errands) kept.push((await put(errand)).id);
        setIds(kept);
      } finally {
        isKeeping.current = false;
      }
    },
  };
};

/** The errand about something that came last, whichever screen sent it. */
export const lastErrandAbout = (subject: string): Entry | undefined =>
  outbox.value.filter((entry) => entry.subject === subject).pop();
