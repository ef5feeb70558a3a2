import { Notice } from '../parts/notice.js';
import { useWords } from '../words/words.js';
import { committeeWords } from './committee-words.js';
import type { Outcome } from './keep-ceremony.js';

/** What went wrong with a key on this phone; nothing where nothing did. */
export const Fault = ({ of: outcome }: { readonly of: Outcome<unknown> | null }) => {
  const words = useWords(committeeWords);
  if (outcome === null || !('fault' in outcome)) return null;
  const title =
    outcome.fault === 'UNDECRYPTABLE'
      ? words.wrongPassphrase
      : outcome.fault === 'KEY_ELSEWHERE'
        ? words.keyElsewhere
        : words.broken;
  return <Notice tone="danger" title={title} />;
};

/** Where a page came without https no browser gives it any cryptography. */
export const NoCrypto = () => {
  const words = useWords(committeeWords);
  return (
    <Notice tone="warning" title={words.noCrypto}>
      <p>{words.noCryptoText}</p>
    </Notice>
  );
};

export const canSeal = (): boolean => typeof crypto !== 'undefined' && 'subtle' in crypto;
