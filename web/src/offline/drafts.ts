import { useEffect, useRef, useState } from 'preact/hooks';
import { del, get, set } from 'idb-keyval';
import { session } from '../api/session.js';
import { OwnStore } from './own-store.js';

const drafts = new OwnStore('sepikul-drafts');
const PAUSE_MS = 300;

/** All of them, also those of a screen that has not been opened since the app was. */
export const wipeDrafts = (): Promise<void> => drafts.wipe();

/**
 * What a person is filling in, kept on the phone while they do: a call, a flat battery or a reload loses nothing.
 * `forget` when it has been sent. Drafts are the person's and are wiped when they sign out.
 */
export const useDraft = <Draft>(
  name: string,
  empty: Draft,
): readonly [Draft, (next: Draft) => void, () => void] => {
  const personId = session.value?.person.id ?? '';
  const key = `${personId}:${name}`;
  const [draft, setDraft] = useState(empty);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const isTouched = useRef(false);
  useEffect(() => {
    isTouched.current = false;
    void get<Draft>(key, drafts.store).then((kept) => {
      if (kept !== undefined && !isTouched.current) setDraft(kept);
    });
  }, [key]);
  const change = (next: Draft): void => {
    isTouched.current = true;
    setDraft(next);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      // Who has left meanwhile leaves nothing behind.
      if (session.value?.person.id === personId) set(key, next, drafts.store).catch(() => undefined);
    }, PAUSE_MS);
  };
  const forget = (): void => {
    clearTimeout(timer.current);
    void del(key, drafts.store);
  };
  return [draft, change, forget];
};
