import fc from 'fast-check';
import { Refusal } from '../kernel/refuse.js';
import { receiveDrop, type CountedLine, type ShippedLine } from './receive-drop.js';

const shipped = (lineId: string, shippedPacks: number): ShippedLine => ({
  lineId,
  shippedPacks,
  counted: null,
});
const count = (lineId: string, accepted: number, quarantined = 0, damaged = 0, missing = 0): CountedLine => ({
  lineId,
  acceptedPacks: accepted,
  quarantinedPacks: quarantined,
  damagedPacks: damaged,
  missingPacks: missing,
});

const refusalOf = (work: () => unknown): Refusal => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error;
  }
  throw new Error('was not refused');
};

describe('receiveDrop', () => {
  const lines = [shipped('a', 30), shipped('b', 10)];

  it('receives what accounts for every pack', () => {
    expect(receiveDrop('dispatched', lines, [count('b', 10), count('a', 27, 1, 1, 1)])).toBe('received');
  });

  it('receives a drop of which nothing arrived', () => {
    expect(receiveDrop('dispatched', lines, [count('a', 0, 0, 0, 30), count('b', 0, 0, 10)])).toBe(
      'received',
    );
  });

  it('names every fault at its field, at once', () => {
    const receipt = [count('a', 28, 0, 0, 1), count('x', 1), count('a', 30)];
    const refusal = refusalOf(() => receiveDrop('dispatched', lines, receipt));
    expect(refusal.errors.map(({ field, rule }) => [field, rule])).toEqual([
      ['lines.0.acceptedPacks', 'SHIPPED_NOT_ACCOUNTED_FOR'],
      ['lines.1.lineId', 'LINE_NOT_ON_DROP'],
      ['lines.2.lineId', 'LINE_TWICE'],
      ['lines', 'LINE_NOT_COUNTED'],
    ]);
    expect(refusal.code).toBe('SHIPPED_NOT_ACCOUNTED_FOR');
    expect(refusal.errors[0]?.en).toContain('30 were shipped');
    expect(refusal.errors[0]?.en).toContain('29');
  });

  it('refuses what has not left yet', () => {
    expect(() => receiveDrop('planned', lines, [count('a', 30), count('b', 10)])).toThrow(
      expect.objectContaining({ code: 'DROP_NOT_DISPATCHED' }),
    );
  });

  describe('sent again', () => {
    const received: ShippedLine[] = [
      { lineId: 'a', shippedPacks: 30, counted: count('a', 29, 0, 0, 1) },
      { lineId: 'b', shippedPacks: 10, counted: count('b', 10) },
    ];

    it('answers the same for the same counts in any order', () => {
      expect(receiveDrop('received', received, [count('b', 10), count('a', 29, 0, 0, 1)])).toBe(
        'received-already',
      );
    });

    it.each([
      ['other counts', [count('a', 30), count('b', 10)]],
      ['the same sum with another reason', [count('a', 29, 0, 1), count('b', 10)]],
      ['a line fewer', [count('a', 29, 0, 0, 1)]],
      ['a line twice', [count('a', 29, 0, 0, 1), count('a', 29, 0, 0, 1)]],
    ])('refuses %s', (_, receipt) => {
      expect(() => receiveDrop('received', received, receipt)).toThrow(
        expect.objectContaining({ code: 'DROP_ALREADY_RECEIVED' }),
      );
    });
  });

  it('receives exactly those counts that add up', () => {
    const packs = fc.integer({ min: 0, max: 4 });
    fc.assert(
      fc.property(packs, packs, packs, packs, fc.integer({ min: 1, max: 16 }), (a, q, d, m, sent) => {
        const work = (): unknown => receiveDrop('dispatched', [shipped('a', sent)], [count('a', a, q, d, m)]);
        if (a + q + d + m === sent) expect(work()).toBe('received');
        else expect(refusalOf(work).code).toBe('SHIPPED_NOT_ACCOUNTED_FOR');
      }),
    );
  });
});
