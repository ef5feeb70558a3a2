import fc from 'fast-check';
import { scoreOnTime, type DueToScore } from './score-on-time.js';

describe('the on-time score', () => {
  it('is the share of what was paid by its day', () => {
    const dues = [
      { dueOn: '2026-11-10', settledOn: '2026-11-10' },
      { dueOn: '2026-11-11', settledOn: '2026-11-01' },
      { dueOn: '2026-11-12', settledOn: '2026-11-13' },
      { dueOn: '2026-11-21', settledOn: null },
      { dueOn: '2026-11-23', settledOn: null },
    ];
    expect(scoreOnTime(dues, '2026-11-22')).toEqual({ counted: 4, onTime: 2, shareBps: 5_000 });
    expect(scoreOnTime(dues.slice(4), '2026-11-22')).toEqual({ counted: 0, onTime: 0, shareBps: null });
    expect(scoreOnTime(dues, '2026-11-22', 2)).toEqual({ counted: 2, onTime: 0, shareBps: 0 });
  });

  it('stays within its bounds, never falls by paying on time, and knows no order', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`);
    const due = fc.record({ dueOn: day, settledOn: fc.option(day) });
    fc.assert(
      fc.property(fc.array(due, { maxLength: 30 }), (dues: DueToScore[]) => {
        const { shareBps, counted, onTime } = scoreOnTime(dues, '2026-11-29');
        expect(onTime).toBeLessThanOrEqual(counted);
        const better = scoreOnTime([...dues, { dueOn: '2026-11-30', settledOn: '2026-11-29' }], '2026-11-29');
        expect(better.shareBps ?? 0).toBeGreaterThanOrEqual(shareBps ?? 0);
        if (dues.length <= 20) expect(scoreOnTime([...dues].reverse(), '2026-11-29').shareBps).toBe(shareBps);
      }),
    );
  });
});
