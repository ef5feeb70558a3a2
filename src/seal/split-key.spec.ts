import fc from 'fast-check';
import {
  SealBroken,
  belongTogether,
  curves,
  hashShare,
  joinShares,
  makeSealingKey,
  splitKey,
} from './index.js';

describe('a key among three holders', () => {
  it.each(curves)('on %s is joined by any two and by all three', async (curve) => {
    const { publicKey, privateKey } = await makeSealingKey(curve);
    const shares = await splitKey(privateKey);
    expect(shares).toHaveLength(3);
    const [one, two, three] = shares as [Uint8Array, Uint8Array, Uint8Array];
    for (const some of [[one, two], [three, one], [two, three], shares]) {
      const joined = await joinShares(some);
      expect(joined).toEqual(privateKey);
      expect(await belongTogether(joined, publicKey)).toBe(true);
    }
  });

  it('is joined by any two of any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 150 }), fc.nat(2), async (secret, lost) => {
        const shares = await splitKey(secret);
        expect(await joinShares(shares.filter((_, place) => place !== lost))).toEqual(secret);
      }),
    );
  });

  it('is told by one share to nobody: every byte is equally likely whatever the key', async () => {
    // Through one share there is a line for every key, so shares of an all-zero and an all-one key look alike.
    // 400 shares of 64 bytes: each of 256 values is expected 100 times, give or take 10.
    for (const secret of [new Uint8Array(64), new Uint8Array(64).fill(255)]) {
      const seen = new Array<number>(256).fill(0);
      for (let run = 0; run < 400; run += 1) {
        const [share] = await splitKey(secret);
        for (const byte of share!.subarray(0, 64)) seen[byte]! += 1;
      }
      expect(Math.max(...seen)).toBeLessThan(170);
      expect(Math.min(...seen)).toBeGreaterThan(40);
    }
  });

  it('is not joined by one share, nor by one share twice', async () => {
    const [share] = await splitKey(new Uint8Array(48));
    await expect(joinShares([share!])).rejects.toThrow(SealBroken);
    await expect(joinShares([share!, share!])).rejects.toThrow('SHARES_UNUSABLE');
  });

  it('shows a wrong share: the key does not belong, and the hash names whose it was', async () => {
    const { publicKey, privateKey } = await makeSealingKey();
    const [one, two] = await splitKey(privateKey);
    const wrong = Uint8Array.from(two!, (byte, place) => (place === 20 ? byte ^ 1 : byte));
    expect(await belongTogether(await joinShares([one!, wrong]), publicKey)).toBe(false);
    expect(await hashShare(wrong)).not.toBe(await hashShare(two!));
  });
});
