import { useEffect, useState } from 'preact/hooks';
import { nameKey, type SealingKey } from '../../../src/seal/index.js';

/** A public key by what people can read to each other: computed here, so that nobody else's word is taken for it. */
export const KeyName = ({ of: publicKey }: { readonly of: SealingKey }) => {
  const [name, setName] = useState('…');
  useEffect(() => {
    void nameKey(publicKey).then(setName);
  }, [publicKey.key]);
  return <span class="hash">{name}</span>;
};
