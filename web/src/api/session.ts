import { signal } from '@preact/signals';
import { onThisPhoneMs } from '../words/clock.js';
import { keepText, keptText } from './kept-text.js';
import type { View } from './api.js';

/** Who is signed in on this phone, and for which of their parties they act now. */
export interface Session {
  readonly token: string;
  readonly expiresAt: string;
  /** The same by this phone's clock, which may be wrong. */
  readonly endsAtMs?: number;
  readonly person: View<'PersonView'>;
  readonly memberships: readonly View<'MembershipView'>[];
  readonly partyId: string | null;
}

export type PartyKind = View<'MembershipView'>['kind'];

const KEY = 'sepikul.session';
/** More than wiping takes, and less than anybody waits for a button. */
const PATIENCE_MS = 3_000;
/** So long a screen that was being written on waits, unseen, for its person to sign in again. */
const HELD_MS = 15 * 60_000;

export const session = signal<Session | null>(null);

/** Whether it has been looked for: a page comes rendered for nobody, and does not know yet. */
export const isSessionKnown = signal(false);

/** Whether a session has just ended without the person's doing: by its time, or from another of their devices. */
export const hasLapsed = signal(false);

/** Grows whenever somebody else acts, or for another party: what is on the screen then begins anew. */
export const turn = signal(0);

const read = (): Session | null => {
  try {
    return JSON.parse(keptText(KEY) ?? 'null') as Session | null;
  } catch {
    // It holds something else: then nobody is signed in.
    return null;
  }
};

const isLive = (kept: Session | null): kept is Session =>
  kept !== null && (kept.endsAtMs ?? Date.parse(kept.expiresAt)) > Date.now();

type Forget = () => void;
type Wipe = (personId: string) => Promise<void>;
const forgets: Forget[] = [];
const lapseWipes: Wipe[] = [];
const endWipes: Wipe[] = [];

/** What is in memory of what the person was answered: forgotten at once when another acts, or for another party. */
export const forgetsAtTurn = (forget: Forget): void => {
  forgets.push(forget);
};
/** What was read with a session and is kept: wiped with it, whichever way it ends. */
export const wipesWithSession = (wipe: Wipe): void => {
  lapseWipes.push(wipe);
};
/** What the person has made and not brought to its end: wiped when they sign out, kept for them when a session lapses. */
export const wipesAtSignOut = (wipe: Wipe): void => {
  endWipes.push(wipe);
};

/** One wipe that fails or hangs keeps none of the others from being done. */
const runAll = async (wipes: readonly Wipe[], personId: string): Promise<void> => {
  const late = new Promise<void>((resolve) => setTimeout(resolve, PATIENCE_MS));
  await Promise.all(wipes.map((wipe) => Promise.race([wipe(personId).catch(() => undefined), late])));
};

/** Whether both are one person who acts for one party. */
const isSame = (one: Session | null, other: Session | null): boolean =>
  one?.person.id === other?.person.id && one?.partyId === other?.partyId;

const become = (next: Session | null): void => {
  const before = session.value;
  // Who signs in again goes on: what they were writing is still there.
  const goesOn = hasLapsed.value && isSame(before, next);
  hasLapsed.value &&= next === null;
  if (before !== null && !goesOn && (before.token !== next?.token || before.partyId !== next.partyId)) {
    for (const forget of forgets) forget();
    turn.value += 1;
  }
  session.value = next;
};

let isWrittenOn = (): boolean => false;
let hold: ReturnType<typeof setTimeout> | undefined;

const dropHeld = (): void => {
  clearTimeout(hold);
  if (hasLapsed.value) become(null);
};

/**
 * The screen that is shown says whether something was typed into it: then it waits, unseen, when the session lapses.
 * @returns to be called when the screen goes.
 */
export const holdsAtLapse = (isWritten: () => boolean): (() => void) => {
  isWrittenOn = isWritten;
  return () => {
    isWrittenOn = () => false;
    dropHeld();
  };
};

/** Whose phone it was is over, not by their doing: what they could read is wiped, what they wrote waits for them. */
export const lapseSession = async (): Promise<void> => {
  const gone = session.value ?? read();
  keepText(KEY, null);
  if (gone === null || hasLapsed.value) return;
  hasLapsed.value = true;
  if (isWrittenOn()) hold = setTimeout(dropHeld, HELD_MS);
  else become(null);
  await runAll(lapseWipes, gone.person.id);
};

/** The server no longer knows a token: where it is still ours, the session is over. */
export const lapseToken = (token: string): void => {
  if (session.value?.token === token) void lapseSession();
};

/** Begins with what the phone has kept. Called once in the browser, after the first render has taken over the page. */
export const restoreSession = (): void => {
  const kept = read();
  if (isLive(kept)) session.value = kept;
  else void lapseSession();
  isSessionKnown.value = true;
};

const keep = (next: Session): void => {
  keepText(KEY, JSON.stringify(next));
  clearTimeout(hold);
  become(next);
};

/** Signs in on this phone. Who was signed in before loses what they could read here, and keeps what they wrote. */
export const keepSession = (view: View<'SessionView'>): void => {
  const { token, expiresAt, person, memberships } = view;
  const before = session.value;
  const isKnown =
    before?.person.id === person.id && memberships.some((each) => each.partyId === before.partyId);
  const partyId = isKnown ? before.partyId : (memberships[0]?.partyId ?? null);
  keep({ token, expiresAt, endsAtMs: onThisPhoneMs(expiresAt), person, memberships, partyId });
  if (before !== null) void runAll(lapseWipes, before.person.id);
};

/** Keeps what the server now says of the person and their parties; the session goes on. */
export const keepMe = ({ person, memberships }: View<'MeView'>): void => {
  const now = session.value;
  // An answer that was on its way when the session lapsed begins none anew.
  if (now === null || hasLapsed.value) return;
  const isThere = memberships.some(({ partyId }) => partyId === now.partyId);
  const partyId = isThere ? now.partyId : (memberships[0]?.partyId ?? null);
  keep({ ...now, person, memberships, partyId });
};

/** Acts for another of the person's parties from now on. */
export const actFor = (partyId: string): void => {
  if (session.value !== null) keep({ ...session.value, partyId });
};

/** Wipes all that is this person's from the phone. */
export const endSession = async (): Promise<void> => {
  const gone = session.value;
  keepText(KEY, null);
  become(null);
  if (gone !== null) await runAll([...lapseWipes, ...endWipes], gone.person.id);
};

/**
 * Other tabs of the same phone: where somebody left or another came there, nothing of who was here may stay on this
 * one's screen or in its memory, so that it begins anew. The same person's new session is taken over in silence.
 */
export const followOtherTabs = (startAnew: () => void): void => {
  const look = (): void => {
    const mine = session.value;
    const kept = read();
    if (mine?.token === kept?.token) return;
    if (mine !== null && kept !== null && mine.person.id === kept.person.id) {
      session.value = { ...kept, partyId: mine.partyId };
      // What was held here they have back.
      clearTimeout(hold);
      hasLapsed.value = false;
    } else startAnew();
  };
  addEventListener('storage', ({ key }) => {
    if (key === KEY || key === null) look();
  });
  // A page that the browser had put aside comes back as it was.
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) look();
  });
};

/** The party the person acts for now. */
export const actingParty = (): View<'MembershipView'> | undefined =>
  session.value?.memberships.find(({ partyId }) => partyId === session.value?.partyId);
