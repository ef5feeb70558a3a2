import {
  joinHeldKey,
  joinShares,
  makeHeldKey,
  makeHolderKey,
  makeSealingKey,
  openShare,
  sealBid,
  sealShareTo,
  unlockHolderKey,
  type HeldKey,
  type KeyOpening,
  type SealedBox,
  type SealedShare,
  type SealingKey,
} from '../../src/seal/index.js';
import { needlesOfSecret, type Needles } from './canary.js';
import { anOpenPool } from './given.js';
import { until, type Person } from './river.js';

/** Somebody who holds shares, with what only that person's machine knows. */
export interface KeyedHolder {
  readonly person: Person;
  readonly privateKey: Uint8Array;
  readonly secrets: Needles;
}

/** What a key seals: bids on a lot, or terms over all lots of a pool. */
export type KeyPlace = { readonly lotId: string } | { readonly poolId: string };

/** A key that its organiser made and dealt to three holders. */
export interface DealtKey {
  readonly keyId: string;
  readonly place: KeyPlace;
  readonly publicKey: SealingKey;
  /** What two of the holders would join to if they met: PKCS #8. */
  readonly privateKey: Uint8Array;
  /** All that opens the seal, known at the machines of people alone. */
  readonly secrets: Needles;
}

const pathOf = (place: KeyPlace): string =>
  'lotId' in place ? `lots/${place.lotId}` : `pools/${place.poolId}`;

/** The last 32 bytes of a private key's 48: those before are the same in every key. */
const ownPart = (privateKey: Uint8Array): Uint8Array => privateKey.subarray(-32);

/** A closed pool of 60 sacks of each pack, and its lots in the order of the packs. */
export const lotsToBidOn = async (
  officer: Person,
  member: Person,
  packs: readonly string[],
  seal?: object,
): Promise<{ poolId: string; lotIds: readonly string[] }> => {
  const { poolId, itemIds } = await anOpenPool(officer, { packs, ...(seal && { seal }) });
  const ordered = await member.post(`pools/${poolId}/commitments`, {
    koperasiId: member.partyId,
    lines: itemIds.map((itemId) => ({ itemId, neededBy: '2026-12-01', quantityPacks: 60 })),
  });
  if (ordered.status !== 201) throw new Error(ordered.text);
  await officer.post(`pools/${poolId}/close`, { reason: 'semua sudah pesan' });
  const lots = await until('the lots are formed', async () => {
    const { data } = (await officer.get(`pools/${poolId}/lots`)).body as {
      data: { id: string; packCode: string }[];
    };
    return data.length === packs.length ? data : undefined;
  });
  return {
    poolId,
    lotIds: packs.map((pack) => lots.find(({ packCode }) => packCode === pack)?.id ?? ''),
  };
};

/** The holder makes a key under a passphrase; only its wrapped form leaves that machine. */
export const keyHolder = async (person: Person): Promise<KeyedHolder> => {
  const passphrase = `frasa sandi rahasia ${person.token}`;
  const made = await makeHolderKey(passphrase);
  const put = await person.put('me/holder-key', made);
  if (put.status !== 200) throw new Error(put.text);
  const privateKey = await unlockHolderKey(made.wrappedPrivateKey, passphrase);
  return {
    person,
    privateKey,
    secrets: [
      ...needlesOfSecret("a holder's passphrase", passphrase),
      ...needlesOfSecret("a holder's key", ownPart(privateKey)),
    ],
  };
};

/** The organiser makes a key and deals it to the holders that the pool declares. */
export const dealKey = async (
  officer: Person,
  poolId: string,
  place: KeyPlace,
  holders: readonly KeyedHolder[],
): Promise<DealtKey> => {
  const committee = (await officer.get(`pools/${poolId}/committee`)).body as {
    holders: { holderId: string; holderKeyId: string; publicKey: SealingKey }[];
  };
  const made = await makeHeldKey(committee.holders, 'X25519');
  const put = await officer.put(`${pathOf(place)}/sealing-key`, made);
  if (put.status !== 200) throw new Error(put.text);
  const shares = await Promise.all(
    made.shares.map((share, index) => {
      const declared = committee.holders[index];
      const holder = holders.find(({ person }) => person.personId === declared?.holderId);
      if (declared === undefined || holder === undefined) throw new Error('a holder is missing');
      return openShare(holder.privateKey, declared.publicKey, share, made.publicKey);
    }),
  );
  const privateKey = await joinShares(shares.slice(0, 2));
  return {
    keyId: (put.body as { keyId: string }).keyId,
    place,
    publicKey: made.publicKey,
    privateKey,
    secrets: [
      ...shares.flatMap((share) => needlesOfSecret("a holder's share", share)),
      ...needlesOfSecret('a sealing key', ownPart(privateKey)),
    ],
  };
};

export interface HandedIn {
  readonly box: SealedBox;
  readonly hash: string;
  /** Nobody but its bidder knows it. */
  readonly nonce: string;
  readonly receipt: { readonly revision: number; readonly hash: string };
}

/** Seals at the bidder's and hands it in, as the next after the revision that was seen. */
export const handIn = async (
  bidder: Person,
  { place, publicKey }: Pick<DealtKey, 'place' | 'publicKey'>,
  terms: object,
  seenRevision?: number,
): Promise<HandedIn> => {
  const { box, hash, nonce } = await sealBid(publicKey, { ...place, supplierId: bidder.partyId }, terms);
  const kind = 'lotId' in place ? 'sealed-bids' : 'sealed-terms';
  const path = `${pathOf(place)}/${kind}/${bidder.partyId}`;
  const { status, body, text } = await bidder.put(path, { box, hash }, seenRevision);
  if (status !== 200) throw new Error(text);
  return { box, hash, nonce, receipt: body as HandedIn['receipt'] };
};

/** A holder's share of a key that is due, fetched and opened at that holder's machine. */
const fetchShare = async (
  { person, privateKey }: KeyedHolder,
  { keyId, publicKey }: DealtKey,
): Promise<Uint8Array> => {
  const fetched = await person.get(`sealing-keys/${keyId}/share`);
  if (fetched.status !== 200) throw new Error(fetched.text);
  const share = fetched.body as SealedShare & { readonly holderPublicKey: SealingKey };
  return openShare(privateKey, share.holderPublicKey, share, publicKey);
};

/** Two of the holders open a key that is due, the second at whose machine it is joined. */
export const openDealtKey = async (
  [first, second]: readonly [KeyedHolder, KeyedHolder],
  key: DealtKey,
): Promise<void> => {
  const { publicKey, privateKey } = await makeSealingKey();
  const begun = await second.person.post(`sealing-keys/${key.keyId}/openings`, { publicKey });
  if (begun.status !== 201) throw new Error(begun.text);
  const opening = begun.body as KeyOpening;
  const box = await sealShareTo(opening, await fetchShare(first, key));
  const path = `openings/${opening.openingId}`;
  const put = await first.person.put(`${path}/release`, { box });
  if (put.status !== 204) throw new Error(put.text);
  const held = (await second.person.get(`sealing-keys/${key.keyId}`)).body as HeldKey;
  const released = { holderId: first.person.personId, box };
  const joined = await second.person.put(`${path}/private-key`, {
    privateKey: await joinHeldKey(privateKey, opening, released, await fetchShare(second, key), held),
    releasedBy: first.person.personId,
  });
  if (joined.status !== 204) throw new Error(joined.text);
};
