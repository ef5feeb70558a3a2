/** One format for both modes of sealing. It runs unchanged in a browser and in Node, on WebCrypto alone. */
export { LEAST_PASSPHRASE, makeHolderKey, unlockHolderKey, type WrappedKey } from './holder-key.js';
export {
  joinHeldKey,
  makeHeldKey,
  openShare,
  sealShareTo,
  type HeldKey,
  type KeyOpening,
  type SealedShare,
} from './hold-key.js';
export {
  bidText,
  hashBid,
  openBid,
  sealBid,
  type BidContext,
  type OpenedBid,
  type SealedTerms,
} from './seal-bid.js';
export { SealBroken, type SealFault } from './seal-broken.js';
export {
  CIPHERTEXT_CHARACTERS,
  SEAL_FORMAT,
  requireBox,
  seal,
  unseal,
  type SealContext,
  type SealedBox,
} from './seal-message.js';
export {
  belongTogether,
  curves,
  drawNonce,
  makeSealingKey,
  nameKey,
  requireSealingKey,
  type Curve,
  type SealingKey,
  type SealingKeyPair,
} from './sealing-key.js';
export { HOLDERS, hashShare, joinShares, splitKey } from './split-key.js';
