import { isWaiting, type Entry, type Errand, type Outcome } from './entry.js';

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 5 * 60_000;
/** What the server has is kept to be read for so long, and so many of them. */
const KEPT_MS = 3 * 24 * 3_600_000;
const KEPT_MOST = 200;

/** Longer after each attempt: 2 s, 4 s, 8 s … 5 minutes. */
export const pauseAfterMs = (attempts: number): number =>
  Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.min(20, Math.max(0, attempts - 1)));

/**
 * Puts an errand at the end of the line. One of its kind about the same thing that has never left the phone is
 * replaced by it: an errand says all there is to say about its thing, and nobody has seen the earlier. What may have
 * reached the server stands, and the new one follows it.
 */
export const lineUp = (
  entries: readonly Entry[],
  errand: Errand,
  by: {
    readonly id: string;
    readonly personId: string;
    readonly partyId: string | null;
    readonly nowMs: number;
  },
): { readonly entries: readonly Entry[]; readonly entry: Entry; readonly replaced: readonly Entry[] } => {
  const replaced = entries.filter(
    (each) =>
      each.personId === by.personId &&
      each.subject === errand.subject &&
      each.kind === errand.kind &&
      each.state === 'saved' &&
      each.attempts === 0,
  );
  const { nowMs, ...whose } = by;
  const entry: Entry = {
    ...errand,
    ...whose,
    place: entries.reduce((last, each) => Math.max(last, each.place), 0) + 1,
    savedAtMs: nowMs,
    state: 'saved',
    attempts: 0,
    nextAtMs: nowMs,
    receivedAt: null,
    receivedVersion: null,
    problem: null,
  };
  return { entries: [...entries.filter((each) => !replaced.includes(each)), entry], entry, replaced };
};

const inOrder = (entries: readonly Entry[]): Entry[] => [...entries].sort((a, b) => a.place - b.place);

/** The first in line, if its pause is over; nothing overtakes it, for what follows may build on it. */
export const nextToSend = (entries: readonly Entry[], personId: string, nowMs: number): Entry | undefined => {
  const first = inOrder(entries).find((entry) => entry.personId === personId && isWaiting(entry));
  return first !== undefined && first.nextAtMs <= nowMs ? first : undefined;
};

/** When to look again: at the end of the first one's pause; null while nothing waits. */
export const nextLookMs = (entries: readonly Entry[], personId: string): number | null =>
  inOrder(entries).find((entry) => entry.personId === personId && isWaiting(entry))?.nextAtMs ?? null;

/**
 * The version to send: what the person saw, or what an earlier errand of theirs about the same has made of it since,
 * which they have seen on their screen too.
 */
export const versionToSend = (entries: readonly Entry[], entry: Entry): number | undefined => {
  if (entry.version === undefined) return undefined;
  const own = entries.filter(
    ({ subject, place, personId, receivedVersion }) =>
      subject === entry.subject &&
      personId === entry.personId &&
      place < entry.place &&
      receivedVersion !== null,
  );
  return Math.max(entry.version, ...own.map(({ receivedVersion }) => receivedVersion ?? 0));
};

const change = (entries: readonly Entry[], id: string, next: (entry: Entry) => Entry): readonly Entry[] =>
  entries.map((entry) => (entry.id === id ? next(entry) : entry));

export const markSending = (entries: readonly Entry[], id: string): readonly Entry[] =>
  change(entries, id, (entry) => ({ ...entry, state: 'sending', attempts: entry.attempts + 1 }));

/** What an answer makes of an errand. Whatever is in doubt is sent again: its key makes sure it counts once. */
export const markOutcome = (
  entries: readonly Entry[],
  id: string,
  outcome: Outcome,
  nowMs: number,
): readonly Entry[] =>
  change(entries, id, (entry) => {
    switch (outcome.kind) {
      case 'received':
        return {
          ...entry,
          state: 'received',
          receivedAt: outcome.at,
          receivedVersion: outcome.version,
          problem: null,
        };
      case 'refused':
        return { ...entry, state: 'refused', problem: outcome.problem };
      case 'lost':
        return {
          ...entry,
          state: 'saved',
          nextAtMs: nowMs + (outcome.waitMs ?? pauseAfterMs(entry.attempts)),
        };
      case 'signed-out':
        return { ...entry, state: 'saved', nextAtMs: nowMs + LONGEST_PAUSE_MS };
    }
  });

/** After the app was closed in the middle of sending, nobody knows what became of it. */
export const wakeUp = (entries: readonly Entry[], nowMs: number): readonly Entry[] =>
  entries.map((entry) => (isWaiting(entry) ? { ...entry, state: 'saved' as const, nextAtMs: nowMs } : entry));

/** Without what the server has had for long. What it refused stays until the person has read it. */
export const tidy = (entries: readonly Entry[], nowMs: number): readonly Entry[] => {
  const received = inOrder(entries).filter(({ state }) => state === 'received');
  const kept = new Set(
    received
      .filter(({ receivedAt }) => receivedAt === null || nowMs - Date.parse(receivedAt) < KEPT_MS)
      .slice(-KEPT_MOST)
      .map(({ id }) => id),
  );
  return entries.filter(({ state, id }) => state !== 'received' || kept.has(id));
};
