import fc from 'fast-check';
import { rescueEnds } from './declare-rescue.js';
import { rescuePool, type ClosingItem, type ClosingPool } from './rescue-pool.js';

const closesAt = new Date('2026-11-26T11:00:00Z');
const after = (ms: number): Date => new Date(closesAt.getTime() + ms);
const DAY_S = 86_400;

const pool: ClosingPool = {
  closesAt,
  now: after(400),
  isByHand: false,
  isExtended: false,
  extendByS: DAY_S,
  otherwise: 'cancel',
};
const item = (itemId: string, committedPacks: number, minimumPacks: number | null): ClosingItem => ({
  itemId,
  committedPacks,
  minimumPacks,
  hasLines: committedPacks > 0,
});

describe('rescuing a pool', () => {
  it('closes a pool whose minimums are reached, to the pack', () => {
    expect(rescuePool(pool, [item('rice', 100, 100), item('sugar', 3, null)])).toEqual({
      does: 'close',
      end: 'cancel',
      missed: [],
      isCancelled: false,
    });
  });

  it('extends once when a single pack is missing', () => {
    const items = [item('rice', 99, 100), item('sugar', 3, null)];
    expect(rescuePool(pool, items)).toEqual({
      does: 'extend',
      closesAt: after(DAY_S * 1000),
      missed: [{ itemId: 'rice', committedPacks: 99, minimumPacks: 100 }],
    });
    expect(rescuePool({ ...pool, isExtended: true }, items)).toMatchObject({
      does: 'close',
      isCancelled: false,
      missed: [{ itemId: 'rice' }],
    });
  });

  it('does not extend what the organiser closes by hand', () => {
    expect(
      rescuePool({ ...pool, isByHand: true, now: after(-5_000) }, [item('rice', 99, 100)]),
    ).toMatchObject({
      does: 'close',
      isCancelled: true,
    });
  });

  it.each([
    ['a worker on time keeps the published time', 400, DAY_S, DAY_S * 1000],
    ['a worker an hour late gives members the whole of it', 3_600_000, DAY_S, 3_600_000 + DAY_S * 1000],
    ['a short one is not over before it begins', 1_500, 2, 3_500],
  ])('%s', (_, lateMs, extendByS, closesAfterMs) => {
    const decision = rescuePool({ ...pool, now: after(lateMs), extendByS }, [item('rice', 0, 1)]);
    expect(decision).toMatchObject({ does: 'extend', closesAt: after(closesAfterMs) });
  });

  it.each([
    ['go-on', [item('rice', 1, 100)], false],
    ['cancel', [item('rice', 1, 100)], true],
    ['merge', [item('rice', 1, 100), item('sugar', 0, null)], true],
    ['cancel', [item('rice', 1, 100), item('sugar', 1, null)], false],
    ['cancel', [item('rice', 1, 100), { ...item('sugar', 0, null), hasLines: true }], false],
    ['cancel', [item('rice', 0, null)], false],
  ] as const)('with %s ends the pool only when nothing is left to judge', (otherwise, items, isCancelled) => {
    expect(rescuePool({ ...pool, extendByS: null, otherwise }, items)).toMatchObject({
      does: 'close',
      isCancelled,
    });
  });

  const anyPool = fc.record({
    lateMs: fc.integer({ min: -10_000_000, max: 10_000_000 }),
    isByHand: fc.boolean(),
    isExtended: fc.boolean(),
    extendByS: fc.option(fc.integer({ min: 1, max: 2_592_000 })),
    otherwise: fc.constantFrom(...rescueEnds),
  });
  const anyItems = fc.array(
    fc.record({
      committedPacks: fc.nat({ max: 5 }),
      minimumPacks: fc.option(fc.integer({ min: 1, max: 5 })),
      hasLines: fc.boolean(),
    }),
    { maxLength: 5 },
  );

  it('comes to an end: extends at most once, into the future, and gives up nothing that reached its minimum', () => {
    fc.assert(
      fc.property(anyPool, anyItems, ({ lateMs, ...terms }, facts) => {
        const closing: ClosingPool = { closesAt, now: after(lateMs), ...terms };
        const items = facts.map((each, place) => ({
          ...each,
          hasLines: each.hasLines || each.committedPacks > 0,
          itemId: `i${place}`,
        }));
        const decision = rescuePool(closing, items);
        for (const missed of decision.missed) expect(missed.committedPacks).toBeLessThan(missed.minimumPacks);
        const misses = items.filter((each) => each.committedPacks < (each.minimumPacks ?? 0));
        expect(decision.missed.map((each) => each.itemId)).toEqual(misses.map((each) => each.itemId));
        if (decision.does === 'extend') {
          expect([closing.isExtended, closing.isByHand]).toEqual([false, false]);
          expect(misses.length).toBeGreaterThan(0);
          if (lateMs >= 0) expect(decision.closesAt.getTime()).toBeGreaterThan(closing.now.getTime());
          expect(rescuePool({ ...closing, isExtended: true }, items).does).toBe('close');
        } else if (decision.isCancelled) {
          expect(decision.end).not.toBe('go-on');
          expect(items.filter((each) => each.hasLines && !misses.includes(each))).toEqual([]);
        }
      }),
    );
  });
});
