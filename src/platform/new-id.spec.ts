import { newId } from './new-id.js';

const many = (): string[] => Array.from({ length: 20_000 }, newId);
const manyAt = (nowMs: number): string[] => {
  const { now } = Date;
  Date.now = () => nowMs;
  try {
    return many();
  } finally {
    Date.now = now;
  }
};

describe('a new id', () => {
  it('sorts behind all before it, however many there are in a millisecond', () => {
    const ids = many();
    expect(ids).toEqual([...ids].sort());
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('does so too when the clock stands or is put back', () => {
    const nowMs = Date.now();
    const ids = [...manyAt(nowMs + 1000), ...manyAt(nowMs - 3_600_000), ...many()];
    expect(ids).toEqual([...ids].sort());
  });

  it('is no neighbour’s guess: its last 62 bits are chance', () => {
    const ends = many().map((id) => id.slice(-12));
    expect(new Set(ends).size).toBe(ends.length);
  });
});
