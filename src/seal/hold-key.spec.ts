import {
  belongTogether,
  curves,
  joinHeldKey,
  makeHeldKey,
  makeSealingKey,
  openShare,
  sealShareTo,
  type Curve,
  type KeyOpening,
  type SealingKeyPair,
} from './index.js';

interface Person extends SealingKeyPair {
  readonly holderId: string;
  readonly holderKeyId: string;
}

/** Three holders, whose keys need not be of the lot's curve, and a key among them. */
const aCommittee = async (curve: Curve = 'X25519') => {
  const people: Person[] = [];
  for (const holderId of ['ani', 'budi', 'cici'])
    people.push({
      holderId,
      holderKeyId: `key of ${holderId}`,
      ...(await makeSealingKey(holderId === 'cici' ? 'P-256' : 'X25519')),
    });
  const made = await makeHeldKey(people, curve);
  const key = {
    publicKey: made.publicKey,
    holders: made.shares.map(({ shareHash }, place) => ({ holderId: people[place]!.holderId, shareHash })),
  };
  const shareOf = (place: number, reader = people[place]!) =>
    openShare(reader.privateKey, reader.publicKey, made.shares[place]!, made.publicKey);
  return { people, made, key, shareOf };
};

const anOpening = async (): Promise<{ opening: KeyOpening; privateKey: Uint8Array }> => {
  const { publicKey, privateKey } = await makeSealingKey();
  return { opening: { openingId: 'opening-1', publicKey }, privateKey };
};

describe('a key that two of three holders open', () => {
  it.each(curves)('on %s is joined by the second from the share of the first', async (curve) => {
    const { key, shareOf } = await aCommittee(curve);
    for (const [first, second] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const) {
      const { opening, privateKey } = await anOpening();
      const box = await sealShareTo(opening, await shareOf(first));
      const released = { holderId: key.holders[first]!.holderId, box };
      const joined = await joinHeldKey(privateKey, opening, released, await shareOf(second), key);
      expect(await belongTogether(Buffer.from(joined, 'base64url'), key.publicKey)).toBe(true);
    }
  });

  it('gives nobody the share of another', async () => {
    const { people, shareOf } = await aCommittee();
    await expect(shareOf(0, people[1])).rejects.toThrow('UNDECRYPTABLE');
  });

  it('keeps a share that is released from everybody but who began the opening', async () => {
    const { key, shareOf } = await aCommittee();
    const { opening } = await anOpening();
    const box = await sealShareTo(opening, await shareOf(0));
    const stranger = await makeSealingKey();
    await expect(
      joinHeldKey(stranger.privateKey, opening, { holderId: 'ani', box }, await shareOf(1), key),
    ).rejects.toThrow('UNDECRYPTABLE');
  });

  it('finds out by name who releases a wrong share', async () => {
    const { key, shareOf } = await aCommittee();
    const { opening, privateKey } = await anOpening();
    const lie = Uint8Array.from(await shareOf(0), (byte, place) => (place === 30 ? byte ^ 1 : byte));
    const released = { holderId: 'ani', box: await sealShareTo(opening, lie) };
    await expect(joinHeldKey(privateKey, opening, released, await shareOf(1), key)).rejects.toThrow(
      'SHARE_WRONG',
    );
  });

  it('finds out who dealt a share whose hash is another', async () => {
    const { people, made } = await aCommittee();
    const [reader] = people as [Person];
    const dealt = { ...made.shares[0]!, shareHash: made.shares[1]!.shareHash };
    await expect(openShare(reader.privateKey, reader.publicKey, dealt, made.publicKey)).rejects.toThrow(
      'SHARE_WRONG',
    );
  });

  it('finds out that shares of two keys were dealt', async () => {
    const [one, other] = [await aCommittee(), await aCommittee()];
    const { opening, privateKey } = await anOpening();
    const released = { holderId: 'ani', box: await sealShareTo(opening, await other.shareOf(0)) };
    const key = { ...one.key, holders: other.key.holders };
    await expect(joinHeldKey(privateKey, opening, released, await one.shareOf(1), key)).rejects.toThrow(
      'SHARES_UNUSABLE',
    );
  });

  it('wants three holders', async () => {
    const { people } = await aCommittee();
    await expect(makeHeldKey(people.slice(0, 2))).rejects.toThrow('SHARES_UNUSABLE');
  });
});
