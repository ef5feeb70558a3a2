import { computed, signal } from '@preact/signals';
import { clear, delMany, setMany, values } from 'idb-keyval';
import { hasLapsed, lapseToken, session, wipesAtSignOut } from '../api/session.js';
import { entriesOf, isWaiting, othersToKeep, type Entry, type Errand } from './entry.js';
import { lineUp, markOutcome, markSending, nextLookMs } from './line-up.js';
import { nextToSend, tidy, versionToSend, wakeUp } from './line-up.js';
import { OwnStore } from './own-store.js';
import { sendEntry } from './send-entry.js';

/**
 * What a person has done and the server has not yet answered, kept on the phone first and sent from there, in order,
 * until the server has said yes or no. One tab of the browser sends at a time; all see the same.
 */
const all = signal<readonly Entry[]>([]);

/** Always the same one: whoever shows errands need not draw again when there were none and are none. */
const NONE: readonly Entry[] = [];

/** The signed-in person's errands, the oldest first. */
export const outbox = computed<readonly Entry[]>(() => {
  const own = entriesOf(all.value, session.value?.person.id ?? '');
  return own.length === 0 ? NONE : [...own].sort((a, b) => a.place - b.place);
});
/** What wants to be seen: errands that wait, and those refused. */
export const outboxCount = computed(
  () => outbox.value.filter((entry) => isWaiting(entry) || entry.state === 'refused').length,
);

/** How much of others waits on this phone until they sign in again: a number, and nothing of what it is. */
export const waitingOfOthers = computed(
  () =>
    all.value.filter((entry) => isWaiting(entry) && entry.personId !== (session.value?.person.id ?? ''))
      .length,
);

const kept = new OwnStore('sepikul-outbox');
const SOONEST_MS = 1_000;
/** While there is no network its return is told; this is for phones that are wrong about it. */
const OFFLINE_MS = 30_000;
const LOCK = 'sepikul.outbox';
/** To the other tabs. Opened in the browser only: where screens are rendered an open channel would keep the process alive. */
let news: BroadcastChannel | null = null;

let language = (): string => 'id';
let timer: ReturnType<typeof setTimeout> | undefined;
let isAwake = false;
/** How often this tab has changed anything. */
let changes = 0;

/** The phone is full: what waits stands in this page alone. */
export const hasNoRoom = signal(false);

/** @returns whether there was no room. */
const writeDown = (entries: readonly Entry[]): Promise<boolean> => {
  const rows = entries.map((entry): [string, Entry] => [entry.id, entry]);
  return setMany(rows, kept.store).then(
    () => false,
    () => true,
  );
};

const keep = async (entries: readonly Entry[]): Promise<void> => {
  const before = new Map(all.value.map((entry) => [entry.id, entry]));
  const changed = entries.filter((entry) => before.get(entry.id) !== entry);
  const standing = new Set(entries.map(({ id }) => id));
  const gone = [...before.keys()].filter((id) => !standing.has(id));
  if (changed.length === 0 && gone.length === 0) return;
  all.value = entries;
  changes += 1;
  hasNoRoom.value = await writeDown(changed);
  if (gone.length > 0) await delMany(gone, kept.store);
  news?.postMessage('changed');
};

/** What was put in while the phone was reading is not lost sight of: it reads again. */
const read = async (): Promise<void> => {
  while (!hasNoRoom.value) {
    const before = changes;
    const found = await values<Entry>(kept.store);
    if (before !== changes) continue;
    all.value = found;
    return;
  }
};

/** Only one tab at a time; the others see what it does. Where locks are missing the keys still make each count once. */
const alone = async (work: () => Promise<void>): Promise<void> => {
  if (!('locks' in navigator)) return work();
  await navigator.locks.request(LOCK, { ifAvailable: true }, async (lock) => {
    if (lock !== null) await work();
  });
};

const sendAll = async (): Promise<void> => {
  await read();
  // Without a network nothing leaves the phone; it still counts as never sent, and may be taken back.
  if (!navigator.onLine) return;
  for (;;) {
    const now = session.value;
    if (now === null || hasLapsed.value) return;
    const entry = nextToSend(all.value, now.person.id, Date.now());
    if (entry === undefined) return;
    await keep(markSending(all.value, entry.id));
    const outcome = await sendEntry(entry, versionToSend(all.value, entry), {
      authorization: `Bearer ${now.token}`,
      'accept-language': language(),
    });
    // Signed out meanwhile: everything was wiped, and stays so.
    if (!all.value.some(({ id }) => id === entry.id)) return;
    await keep(markOutcome(all.value, entry.id, outcome, Date.now()));
    if (outcome.kind === 'signed-out') lapseToken(now.token);
  }
};

let sending: Promise<void> | undefined;

/** Sends what can be sent now; called as often as one likes. */
export const flush = (): Promise<void> => {
  sending ??= alone(sendAll).finally(() => {
    sending = undefined;
    const look = nextLookMs(all.value, session.value?.person.id ?? '');
    clearTimeout(timer);
    if (look !== null)
      timer = setTimeout(
        () => void flush(),
        Math.max(navigator.onLine ? SOONEST_MS : OFFLINE_MS, look - Date.now()),
      );
  });
  return sending;
};

/** Tries at once what waits, its pause notwithstanding: the person asks, or the signal is back. */
export const flushNow = async (): Promise<void> => {
  await sending;
  if (session.value === null) return;
  await keep(all.value.map((entry) => (isWaiting(entry) ? { ...entry, nextAtMs: 0 } : entry)));
  await flush();
};

/** Keeps an errand on the phone, and sends it when it can. @returns as soon as it is safely kept. */
export const put = async (errand: Errand): Promise<Entry> => {
  const now = session.value;
  if (now === null) throw new Error('nobody is signed in');
  const by = { id: crypto.randomUUID(), personId: now.person.id, partyId: now.partyId, nowMs: Date.now() };
  const { entries, entry } = lineUp(all.value, errand, by);
  await keep(entries);
  void flush();
  return entry;
};

/** Drops an errand that was refused, or has never left the phone. */
export const drop = async (id: string): Promise<void> => {
  await keep(
    all.value.filter((entry) => entry.id !== id || (entry.state !== 'refused' && entry.attempts > 0)),
  );
};

/** Somebody is there: what they left is sent. */
const wake = async (): Promise<void> => {
  await read();
  await alone(async () => {
    await keep(tidy(wakeUp(all.value, Date.now()), Date.now()));
  });
  await flush();
};

/** Reads what the phone has kept, and sends it from now on. Called once in the browser. */
export const wakeOutbox = (languageNow: () => string): void => {
  if (isAwake || typeof indexedDB === 'undefined') return;
  isAwake = true;
  language = languageNow;
  if (typeof BroadcastChannel !== 'undefined') news = new BroadcastChannel(LOCK);
  wipesAtSignOut(async (personId) => {
    all.value = [];
    clearTimeout(timer);
    const others = othersToKeep(await values<Entry>(kept.store), personId);
    if (others.length === 0) await kept.wipe();
    else {
      await clear(kept.store);
      await writeDown(others);
    }
    news?.postMessage('changed');
  });
  news?.addEventListener('message', () => {
    if (session.value !== null) void read().then(flush);
  });
  addEventListener('online', () => void flushNow());
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible' && session.value !== null) void flush();
  });
  session.subscribe((now) => {
    if (now !== null) void wake();
  });
};
