import * as fc from 'fast-check';
import type { Problem } from '../api/api.js';
import { entriesOf, othersToKeep, type Entry, type Errand, type Outcome } from './entry.js';
import {
  lineUp,
  markOutcome,
  markSending,
  nextLookMs,
  nextToSend,
  pauseAfterMs,
  tidy,
  versionToSend,
  wakeUp,
} from './line-up.js';

const errand = (subject: string, more: Partial<Errand> = {}): Errand => ({
  kind: 'receipt',
  subject,
  title: subject,
  href: '/',
  method: 'POST',
  path: `/api/v1/${subject}`,
  body: { of: subject },
  ...more,
});
const by = (id: string, nowMs = 0) => ({ id, personId: 'ani', partyId: 'kop', nowMs });
const problem = (code: string): Problem => ({ code, detail: code, errors: [] }) as unknown as Problem;
const lined = (...errands: readonly (readonly [string, Errand])[]): readonly Entry[] =>
  errands.reduce<readonly Entry[]>((entries, [id, each]) => lineUp(entries, each, by(id)).entries, []);

describe('the outbox', () => {
  it('sends in the order in which things were done, and lets nothing overtake', () => {
    const entries = lined(['a', errand('drop:1')], ['b', errand('drop:2')]);
    expect(nextToSend(entries, 'ani', 0)?.id).toBe('a');
    const lost = markOutcome(markSending(entries, 'a'), 'a', { kind: 'lost' }, 1_000);
    expect(nextToSend(lost, 'ani', 1_500)).toBeUndefined();
    expect(nextLookMs(lost, 'ani')).toBe(3_000);
    expect(nextToSend(lost, 'ani', 3_000)?.id).toBe('a');
    const refused = markOutcome(lost, 'a', { kind: 'refused', problem: problem('NO') }, 3_000);
    expect(nextToSend(refused, 'ani', 3_000)?.id).toBe('b');
  });

  it('replaces what never left the phone, and follows what may have arrived', () => {
    const entries = lined(['a', errand('drop:1')], ['b', errand('drop:1')]);
    expect(entries.map(({ id }) => id)).toEqual(['b']);
    const sent = markOutcome(markSending(entries, 'b'), 'b', { kind: 'lost' }, 0);
    const { entries: both, replaced } = lineUp(sent, errand('drop:1'), by('c'));
    expect([both.map(({ id }) => id), replaced]).toEqual([['b', 'c'], []]);
  });

  it('builds a change upon the version that an own earlier one has made', () => {
    const amend = (version: number) => errand('line:1', { kind: 'amendment', method: 'PATCH', version });
    let entries = lineUp([], amend(1), by('a')).entries;
    entries = markSending(entries, 'a');
    entries = lineUp(entries, amend(1), by('b')).entries;
    const second = entries.find(({ id }) => id === 'b');
    if (second === undefined) throw new Error('the second is gone');
    expect(versionToSend(entries, second)).toBe(1);
    entries = markOutcome(entries, 'a', { kind: 'received', at: '2026-11-22T07:03:00Z', version: 2 }, 0);
    expect(versionToSend(entries, second)).toBe(2);
  });

  it('is the person’s alone', () => {
    const entries = lined(['a', errand('drop:1')]);
    expect(nextToSend(entries, 'budi', 0)).toBeUndefined();
    expect(nextLookMs(entries, 'budi')).toBeNull();
  });

  it('outlives another person’s signing out, but for what the server has', () => {
    let entries = lined(['a', errand('drop:1')], ['b', errand('drop:2')], ['c', errand('drop:3')]);
    entries = markOutcome(entries, 'a', { kind: 'received', at: '2026-11-22T07:03:00Z', version: null }, 0);
    entries = markOutcome(entries, 'b', { kind: 'refused', problem: problem('NO') }, 0);
    entries = lineUp(entries, errand('drop:4'), { ...by('d'), personId: 'budi' }).entries;
    expect(othersToKeep(entries, 'budi').map(({ id }) => id)).toEqual(['b', 'c']);
    expect(othersToKeep(entries, 'ani').map(({ id }) => id)).toEqual(['d']);
    expect(entriesOf(entries, 'budi').map(({ id }) => id)).toEqual(['d']);
  });

  it('waits longer each time, at most five minutes', () => {
    expect([1, 2, 3, 30].map(pauseAfterMs)).toEqual([2_000, 4_000, 8_000, 300_000]);
  });

  it('sends again what was on its way when the app was closed', () => {
    const entries = wakeUp(markSending(lined(['a', errand('drop:1')]), 'a'), 5);
    expect(nextToSend(entries, 'ani', 5)).toMatchObject({ id: 'a', state: 'saved', attempts: 1 });
  });

  it('forgets what was received long ago, and never what was refused', () => {
    const done = (id: string, at: string) =>
      [id, { kind: 'received', at, version: null } as Outcome] as const;
    let entries = lined(['old', errand('drop:1')], ['new', errand('drop:2')], ['no', errand('drop:3')]);
    for (const [id, outcome] of [done('old', '2026-01-01T00:00:00Z'), done('new', '2026-11-22T00:00:00Z')])
      entries = markOutcome(entries, id, outcome, 0);
    entries = markOutcome(entries, 'no', { kind: 'refused', problem: problem('NO') }, 0);
    expect(tidy(entries, Date.parse('2026-11-22T01:00:00Z')).map(({ id }) => id)).toEqual(['new', 'no']);
  });

  /** A server that counts what takes effect, and a network that loses requests and answers. */
  const play = (queued: readonly Entry[], losses: readonly ('request' | 'answer' | 'nothing')[]) => {
    const effects = new Map<string, number>();
    const received = new Set<string>();
    let entries = queued;
    let nowMs = 0;
    for (let turn = 0; turn < 10_000; turn += 1) {
      const entry = nextToSend(entries, 'ani', nowMs);
      if (entry === undefined) {
        const look = nextLookMs(entries, 'ani');
        if (look === null) break;
        nowMs = look;
        continue;
      }
      entries = markSending(entries, entry.id);
      const loss = losses[turn % losses.length] ?? 'nothing';
      if (loss !== 'request' && !received.has(entry.id)) {
        received.add(entry.id);
        effects.set(entry.subject, (effects.get(entry.subject) ?? 0) + 1);
      }
      const outcome: Outcome =
        loss === 'nothing'
          ? { kind: 'received', at: new Date(nowMs).toISOString(), version: null }
          : { kind: 'lost' };
      entries = markOutcome(entries, entry.id, outcome, nowMs);
      if (turn % 17 === 0) entries = wakeUp(entries, nowMs);
    }
    return { entries, effects };
  };

  it('brings 200 receipts to the server, each once, whatever is lost on the way, also when all are replayed', () => {
    const loss = fc.constantFrom('request' as const, 'answer' as const, 'nothing' as const);
    fc.assert(
      fc.property(fc.array(loss, { minLength: 1, maxLength: 12 }), (losses) => {
        const queued = lined(
          ...Array.from(
            { length: 200 },
            (_, place) => [`k${String(place)}`, errand(`drop:${String(place)}`)] as const,
          ),
        );
        const withLuck = [...losses, 'nothing' as const];
        const once = play(queued, withLuck);
        expect(once.entries.every(({ state }) => state === 'received')).toBe(true);
        expect([...once.effects.values()]).toEqual(Array.from({ length: 200 }, () => 1));
      }),
      { numRuns: 25 },
    );
  });
});
