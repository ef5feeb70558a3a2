import { useState } from 'preact/hooks';
import { defineWords, useWords } from '../words/words.js';
import { Icon } from './icon.js';

const words = defineWords({
  id: { copy: 'Salin', copied: 'Tersalin' },
  en: { copy: 'Copy', copied: 'Copied' },
});

/** Longer than any number people type: a hash, which is compared and not read. */
const A_NUMBER = 48;

/** A number to be typed elsewhere, large, with a button that takes it along. */
export const Copy = ({
  text,
  label,
  copies = text,
}: {
  readonly text: string;
  readonly label: string;
  /** What is taken along, where it is written otherwise: `1250000` of `Rp1.250.000`. */
  readonly copies?: string;
}) => {
  const { copy, copied } = useWords(words);
  const [isCopied, setCopied] = useState(false);
  return (
    <p class="copy">
      <span class="copy-label">{label}</span>
      <output class={text.length > A_NUMBER ? 'copy-text hash' : 'copy-text'}>{text}</output>
      <button
        type="button"
        class="button button-quiet"
        onClick={() => {
          void navigator.clipboard.writeText(copies).then(() => {
            setCopied(true);
          });
        }}
      >
        <Icon name={isCopied ? 'done' : 'copy'} />
        <span aria-live="polite">{isCopied ? copied : copy}</span>
      </button>
    </p>
  );
};
