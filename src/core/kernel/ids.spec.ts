import { uuidV7 } from './ids.js';

describe('uuidV7', () => {
  it('is well formed and sorts by time', () => {
    const early = uuidV7(1_760_000_000_000, new Uint8Array(10).fill(255));
    const late = uuidV7(1_760_000_000_001, new Uint8Array(10));
    expect(early).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(early < late).toBe(true);
  });

  it('wants enough chance', () => {
    expect(() => uuidV7(0, new Uint8Array(9))).toThrow(RangeError);
  });
});
