import {
  actFor,
  endSession,
  followOtherTabs,
  forgetsAtTurn,
  hasLapsed,
  holdsAtLapse,
  keepMe,
  keepSession,
  lapseToken,
  restoreSession,
  session,
  turn,
  wipesAtSignOut,
  wipesWithSession,
} from './session.js';

const HOUR_MS = 3_600_000;
const KEY = 'sepikul.session';
const kept = new Map<string, string>();
const tab = new EventTarget();
const wiped: string[] = [];
let forgotten = 0;
let begunAnew = 0;

const viewOf = (name: string, token = `token of ${name}`, livesMs = HOUR_MS) => ({
  token,
  expiresAt: new Date(Date.now() + livesMs).toISOString(),
  person: { id: name, login: name, name },
  memberships: ['A', 'B'].map((partyId) => ({
    ...{ partyId, kind: 'koperasi' as const, code: partyId, name: partyId, state: 'active' as const },
    roles: ['officer' as const],
  })),
});
const inOtherTab = (next: object | null): void => {
  if (next === null) kept.delete(KEY);
  else kept.set(KEY, JSON.stringify({ ...next, partyId: 'A' }));
  tab.dispatchEvent(Object.assign(new Event('storage'), { key: KEY }));
};
const allDone = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('who is signed in on a phone', () => {
  beforeAll(() => {
    Object.assign(globalThis, {
      localStorage: {
        getItem: (key: string) => kept.get(key) ?? null,
        setItem: (key: string, value: string) => kept.set(key, value),
        removeItem: (key: string) => kept.delete(key),
      },
      addEventListener: tab.addEventListener.bind(tab),
    });
    forgetsAtTurn(() => {
      forgotten += 1;
    });
    wipesAtSignOut(() => Promise.reject(new Error('a phone that cannot')));
    wipesAtSignOut((personId) => Promise.resolve(void wiped.push(`written by ${personId}`)));
    wipesWithSession((personId) => Promise.resolve(void wiped.push(`read by ${personId}`)));
    followOtherTabs(() => {
      begunAnew += 1;
    });
  });
  beforeEach(() => {
    kept.clear();
    session.value = null;
    hasLapsed.value = false;
    wiped.length = 0;
    forgotten = 0;
    begunAnew = 0;
  });

  it('leaves nothing behind when they sign out, though one of the wipes fails', async () => {
    keepSession(viewOf('ani'));
    await endSession();
    expect(kept.size).toBe(0);
    expect(session.value).toBeNull();
    expect(wiped.sort()).toEqual(['read by ani', 'written by ani']);
    expect(forgotten).toBe(1);
  });

  it('takes nothing over of who was there before: what was read goes, what was written waits for its writer', async () => {
    keepSession(viewOf('ani'));
    const before = turn.value;
    keepSession(viewOf('budi'));
    await allDone();
    expect(session.value?.person.id).toBe('budi');
    expect(wiped).toEqual(['read by ani']);
    expect(forgotten).toBe(1);
    expect(turn.value).toBe(before + 1);
  });

  it('begins anew for another of their parties', () => {
    keepSession(viewOf('ani'));
    const before = turn.value;
    actFor('A');
    expect([forgotten, turn.value]).toEqual([0, before]);
    actFor('B');
    expect([forgotten, turn.value]).toEqual([1, before + 1]);
  });

  it('has to sign in again once the server knows the token no more, and finds there what they wrote', async () => {
    keepSession(viewOf('ani'));
    lapseToken('an earlier token');
    expect(session.value).not.toBeNull();
    lapseToken('token of ani');
    await allDone();
    expect(session.value).toBeNull();
    expect(hasLapsed.value).toBe(true);
    expect(kept.size).toBe(0);
    expect(wiped).toEqual(['read by ani']);
    keepSession(viewOf('ani', 'a new token'));
    expect(hasLapsed.value).toBe(false);
  });

  describe('that lapses in the middle of a form', () => {
    let leave = (): void => undefined;
    beforeEach(() => {
      keepSession(viewOf('ani'));
      actFor('B');
      forgotten = 0;
      leave = holdsAtLapse(() => true);
      lapseToken('token of ani');
    });
    afterEach(() => {
      leave();
    });

    it('holds the form for its person, who goes on for the same party', () => {
      const before = turn.value;
      expect([hasLapsed.value, kept.size, forgotten]).toEqual([true, 0, 0]);
      keepSession(viewOf('ani', 'a new token'));
      expect([turn.value, forgotten]).toEqual([before, 0]);
      expect(session.value).toMatchObject({ token: 'a new token', partyId: 'B' });
    });

    it('shows nothing of it to somebody else', () => {
      const before = turn.value;
      keepSession(viewOf('budi'));
      expect([turn.value, forgotten]).toEqual([before + 1, 1]);
    });

    it('gives it back where its person signs in on another tab', () => {
      const before = turn.value;
      inOtherTab(viewOf('ani', 'a new token'));
      expect([begunAnew, turn.value, hasLapsed.value]).toEqual([0, before, false]);
      expect(session.value).toMatchObject({ token: 'a new token', partyId: 'B' });
    });

    it('is not begun anew by an answer that was on its way', () => {
      const { person, memberships } = viewOf('ani');
      keepMe({ person, memberships });
      expect([hasLapsed.value, kept.size]).toEqual([true, 0]);
    });

    it('drops it after a quarter of an hour', () => {
      leave();
      const { setTimeout: real } = globalThis;
      const timers = new Map<number, () => void>();
      globalThis.setTimeout = ((work: () => void, ms: number) => timers.set(ms, work)) as never;
      keepSession(viewOf('ani'));
      leave = holdsAtLapse(() => true);
      lapseToken('token of ani');
      globalThis.setTimeout = real;
      expect(session.value).not.toBeNull();
      timers.get(HOUR_MS / 4)?.();
      expect(session.value).toBeNull();
    });

    it('drops it when the screen is left', () => {
      leave();
      expect(session.value).toBeNull();
      expect(forgotten).toBe(1);
      expect(hasLapsed.value).toBe(true);
    });
  });

  it('finds a session that ran out while the app was closed ended, and what was read with it wiped', async () => {
    kept.set(KEY, JSON.stringify({ ...viewOf('ani', 't', -1), partyId: 'A' }));
    restoreSession();
    await allDone();
    expect(session.value).toBeNull();
    expect(kept.size).toBe(0);
    expect(wiped).toEqual(['read by ani']);
  });

  it('is nobody where what is kept is no session', () => {
    kept.set(KEY, '{');
    restoreSession();
    expect(session.value).toBeNull();
  });

  it('is signed in for this visit on a phone that keeps nothing, and leaves it all the same', async () => {
    const { localStorage: working } = globalThis;
    const refuse = (): never => {
      throw new Error('storage is switched off');
    };
    const refusing = { getItem: refuse, setItem: refuse, removeItem: refuse };
    Object.assign(globalThis, { localStorage: refusing });
    restoreSession();
    keepSession(viewOf('ani'));
    expect(session.value?.person.id).toBe('ani');
    await endSession();
    expect(session.value).toBeNull();
    Object.assign(globalThis, { localStorage: working });
  });

  it('is gone from every tab when one signs out, or another signs in there', () => {
    keepSession(viewOf('ani'));
    inOtherTab(null);
    expect(begunAnew).toBe(1);
    inOtherTab(viewOf('budi'));
    expect(begunAnew).toBe(2);
  });

  it('takes over the same person’s new session from another tab, for the party this one acts for', () => {
    keepSession(viewOf('ani'));
    actFor('B');
    inOtherTab(viewOf('ani', 'a new token'));
    expect(begunAnew).toBe(0);
    expect(session.value).toMatchObject({ token: 'a new token', partyId: 'B' });
  });

  it('is looked at again when the browser brings back a page that it had put aside', () => {
    keepSession(viewOf('ani'));
    kept.clear();
    tab.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: false }));
    expect(begunAnew).toBe(0);
    tab.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(begunAnew).toBe(1);
  });
});
