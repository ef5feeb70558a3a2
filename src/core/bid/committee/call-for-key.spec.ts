import { callForKey } from './call-for-key.js';

const at = (hours: number): Date => new Date(Date.UTC(2026, 10, 1) + hours * 3_600_000);
const lot = { formedAt: at(0), withinHours: 24, isTold: true, isDeputyCalled: false };

describe('a lot without its key', () => {
  it('is told of at once, and of its deputy and its end in their times', () => {
    expect(callForKey({ ...lot, isTold: false }, at(0))).toEqual({ kind: 'tell', until: at(24) });
    expect(callForKey(lot, new Date(at(24).getTime() - 1))).toBeUndefined();
    expect(callForKey(lot, at(24))).toEqual({ kind: 'call-deputy', until: at(48) });
    const called = { ...lot, isDeputyCalled: true };
    expect(callForKey(called, new Date(at(48).getTime() - 1))).toBeUndefined();
    expect(callForKey(called, at(48))).toEqual({ kind: 'fail' });
  });

  it('takes one step after the other, however late somebody looks', () => {
    expect(callForKey({ ...lot, isTold: false }, at(1_000))?.kind).toBe('tell');
    expect(callForKey(lot, at(1_000))?.kind).toBe('call-deputy');
  });
});
