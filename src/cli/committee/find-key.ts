import {
  openShare,
  unlockHolderKey,
  type HeldKey,
  type SealingKey,
  type SealedShare,
  type WrappedKey,
} from '../../seal/index.js';
import { askSecret } from '../ask-secret.js';
import type { Connection } from './connect.js';

export interface FoundKey extends HeldKey {
  readonly keyId: string;
  readonly lotId: string | null;
  readonly poolId: string;
}

/** The newest key that you hold a share of for a lot, or for a pool's terms. @throws Error when you hold none */
export const findKey = async (connection: Connection, id: string): Promise<FoundKey> => {
  const { data } = await connection.get<{ data: FoundKey[] }>('/me/held-keys');
  const key = data.find(({ lotId, poolId }) => lotId === id || (lotId === null && poolId === id));
  if (key === undefined)
    throw new Error('Anda tidak memegang bagian kunci ini. (You hold no share of this key.)');
  return key;
};

/** Your own share in the clear, on this machine alone. */
export const fetchShare = async (connection: Connection, key: FoundKey): Promise<Uint8Array> => {
  const share = await connection.get<
    Pick<SealedShare, 'box' | 'shareHash'> & {
      readonly holderPublicKey: SealingKey;
      readonly wrappedPrivateKey: WrappedKey | null;
    }
  >(`/sealing-keys/${key.keyId}/share`);
  if (share.wrappedPrivateKey === null)
    throw new Error('Kunci Anda tidak disimpan di sini. (Your private key is not kept there.)');
  const passphrase = await askSecret('Frasa sandi (passphrase)', 'SEPIKUL_PASSPHRASE');
  const privateKey = await unlockHolderKey(share.wrappedPrivateKey, passphrase);
  return openShare(privateKey, share.holderPublicKey, share, key.publicKey);
};
