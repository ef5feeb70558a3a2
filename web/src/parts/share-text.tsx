import { useState } from 'preact/hooks';
import { defineWords, useWords } from '../words/words.js';
import { Button } from './button.js';
import { TextArea } from './text-area.js';

const ownWords = defineWords({
  id: { share: 'Kirim lewat WhatsApp', copy: 'Salin pesan', copied: 'Pesan tersalin' },
  en: { share: 'Send by WhatsApp', copy: 'Copy the message', copied: 'Message copied' },
});

/** A message to be sent on: it can be changed first, then goes to WhatsApp or is taken along. */
export const ShareText = ({
  label,
  hint,
  text,
  linkOf,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly text: string;
  /** The address that sends a text. */
  readonly linkOf: (text: string) => string;
}) => {
  const words = useWords(ownWords);
  // What was changed holds for the text it was made of, and is gone with it.
  const [changed, setChanged] = useState({ of: text, to: text });
  const [copied, setCopied] = useState<string | null>(null);
  const written = changed.of === text ? changed.to : text;
  return (
    <>
      <TextArea
        label={label}
        {...(hint === undefined ? {} : { hint })}
        rows={9}
        value={written}
        onChange={(to) => {
          setChanged({ of: text, to });
        }}
      />
      <div class="buttons">
        <a class="button button-main" href={linkOf(written)} target="_blank" rel="noopener noreferrer">
          {words.share}
        </a>
        <Button
          tone="quiet"
          onPress={() => {
            void navigator.clipboard.writeText(written).then(() => {
              setCopied(written);
            });
          }}
        >
          <span aria-live="polite">{copied === written ? words.copied : words.copy}</span>
        </Button>
      </div>
    </>
  );
};
