import {
  LEAST_PASSPHRASE,
  SealBroken,
  belongTogether,
  curves,
  makeHolderKey,
  seal,
  unlockHolderKey,
  unseal,
} from './index.js';

const passphrase = 'beras sekarung dipikul bersama';
const share = Uint8Array.from([1, 2, 3, 4]);

describe("a holder's key", () => {
  it.each(curves)('on %s opens what is sealed to it, with the passphrase', async (curve) => {
    const { publicKey, wrappedPrivateKey } = await makeHolderKey(passphrase, curve);
    expect(publicKey.curve).toBe(curve);
    const box = await seal(publicKey, share, { lotId: 'lot-1' });
    const privateKey = await unlockHolderKey(wrappedPrivateKey, passphrase);
    expect(await belongTogether(privateKey, publicKey)).toBe(true);
    expect(await unseal(privateKey, publicKey, box, { lotId: 'lot-1' })).toEqual(share);
  });

  it('takes a passphrase however its letters were typed', async () => {
    const { wrappedPrivateKey } = await makeHolderKey('caf\u00e9 di tepi sawah');
    await expect(unlockHolderKey(wrappedPrivateKey, 'cafe\u0301 di tepi sawah')).resolves.toBeDefined();
  });

  it('stays shut for another passphrase', async () => {
    const { wrappedPrivateKey } = await makeHolderKey(passphrase);
    await expect(unlockHolderKey(wrappedPrivateKey, `${passphrase}!`)).rejects.toThrow('UNDECRYPTABLE');
  });

  it('stays shut once its public key or salt is exchanged', async () => {
    const [{ wrappedPrivateKey }, other] = await Promise.all([
      makeHolderKey(passphrase),
      makeHolderKey(passphrase),
    ]);
    for (const field of ['publicKey', 'salt', 'iv', 'ciphertext'] as const) {
      const exchanged = { ...wrappedPrivateKey, [field]: other.wrappedPrivateKey[field] };
      await expect(unlockHolderKey(exchanged, passphrase)).rejects.toThrow('UNDECRYPTABLE');
    }
  });

  it('is counted 600,000 times and never fewer', async () => {
    const { wrappedPrivateKey } = await makeHolderKey(passphrase);
    expect(wrappedPrivateKey.iterations).toBe(600_000);
    const weaker = { ...wrappedPrivateKey, iterations: 1 };
    await expect(unlockHolderKey(weaker, passphrase)).rejects.toThrow('FORMAT_UNKNOWN');
  });

  it('refuses a passphrase that is soon guessed', async () => {
    await expect(makeHolderKey('x'.repeat(LEAST_PASSPHRASE - 1))).rejects.toThrow(SealBroken);
  });
});
