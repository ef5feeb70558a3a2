import * as fc from 'fast-check';
import { receiveDrop } from '../../../src/core/delivery/receive-drop.js';
import {
  countLines,
  differenceKinds,
  mostOf,
  noDifference,
  sortPacks,
  totalsOf,
  type Differences,
} from './count-lines.js';
import { byUrgency, stepOf } from './drop-step.js';

it('accepts all that is not counted as something else', () => {
  const lines = [
    { lineId: 'a', shippedPacks: 30 },
    { lineId: 'b', shippedPacks: 4 },
  ];
  const count = { a: { ...noDifference, damagedPacks: 1, missingPacks: 2 } };
  expect(countLines(lines, count)).toEqual([
    { lineId: 'a', acceptedPacks: 27, quarantinedPacks: 0, damagedPacks: 1, missingPacks: 2 },
    { lineId: 'b', acceptedPacks: 4, quarantinedPacks: 0, damagedPacks: 0, missingPacks: 0 },
  ]);
  expect(totalsOf(lines, count)).toEqual({ acceptedPacks: 31, differentPacks: 3 });
});

it('whatever is pressed, the count is one that the server takes', () => {
  const press = fc.tuple(fc.constantFrom(...differenceKinds), fc.nat({ max: 60 }));
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.array(press, { maxLength: 12 }),
      (shippedPacks, presses) => {
        let differences: Differences = noDifference;
        for (const [kind, packs] of presses)
          differences = { ...differences, [kind]: Math.min(packs, mostOf(shippedPacks, differences, kind)) };
        const lines = [{ lineId: 'a', shippedPacks }];
        const shipped = [{ lineId: 'a', shippedPacks, counted: null }];
        expect(receiveDrop('dispatched', shipped, countLines(lines, { a: differences }))).toBe('received');
      },
    ),
  );
});

it('sorts what is accepted by grade, whatever is pressed, so that the server takes it', () => {
  const gradesSold = [
    { code: 'A', priceBps: 10_000 },
    { code: 'B', priceBps: 9_000 },
    { code: 'C', priceBps: 7_000 },
  ];
  expect(sortPacks({ lineId: 'a', shippedPacks: 9, gradesSold }, 9, { B: 3 })).toEqual([
    { code: 'A', packs: 6 },
    { code: 'B', packs: 3 },
    { code: 'C', packs: 0 },
  ]);
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.nat({ max: 60 }),
      fc.nat({ max: 60 }),
      fc.nat({ max: 60 }),
      (shippedPacks, damaged, b, c) => {
        const damagedPacks = Math.min(damaged, shippedPacks);
        const count = { a: { ...noDifference, damagedPacks, lowerPacks: { B: b, C: c } } };
        const counted = countLines([{ lineId: 'a', shippedPacks, gradesSold }], count);
        const shipped = [{ lineId: 'a', shippedPacks, gradeCodes: ['A', 'B', 'C'], counted: null }];
        expect(receiveDrop('dispatched', shipped, counted)).toBe('received');
      },
    ),
  );
});

describe('the step of a drop', () => {
  const drop = { state: 'planned' as const, releasedAt: null, awaitedRequests: 1, pickupPlace: null };
  it.each([
    [drop, 'pay'],
    [{ ...drop, awaitedRequests: 0 }, 'wait'],
    [{ ...drop, releasedAt: '2026-11-22T00:00:00Z' }, 'wait'],
    [{ ...drop, state: 'dispatched' as const }, 'receive'],
    [{ ...drop, state: 'dispatched' as const, pickupPlace: 'Gudang' }, 'fetch'],
    [{ ...drop, state: 'received' as const }, 'done'],
  ])('%j is %s', (it, step) => {
    expect(stepOf(it)).toBe(step);
  });

  it('puts first what waits at the gate', () => {
    const named = (id: string, more: object) => ({ ...drop, id, neededBy: '2026-12-07', ...more }) as never;
    const drops = [named('paid-late', {}), named('here', { state: 'dispatched' })];
    expect(byUrgency(drops).map(({ id }) => id)).toEqual(['here', 'paid-late']);
  });
});
