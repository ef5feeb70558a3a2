import { useState } from 'preact/hooks';
import { defineWords, useWords } from '../words/words.js';
import { Labelled, type LabelledProps } from './labelled.js';

const ownWords = defineWords({
  id: { choose: 'Pilih berkas', other: 'Ganti berkas' },
  en: { choose: 'Choose a file', other: 'Choose another' },
});

/** A file of the phone: a photograph, a PDF. Browsers name their own button in their language, so ours stands in its place. */
export const FileField = ({
  accept,
  onChange,
  ...labelled
}: LabelledProps & {
  /** As `image/jpeg,application/pdf`. */
  readonly accept: string;
  readonly onChange: (file: File | null) => void;
}) => {
  const words = useWords(ownWords);
  const [name, setName] = useState<string | null>(null);
  return (
    <Labelled {...labelled}>
      {(bound) => (
        <div class="file">
          <input
            {...bound}
            type="file"
            accept={accept}
            onChange={(event) => {
              const file = event.currentTarget.files?.[0] ?? null;
              setName(file?.name ?? null);
              onChange(file);
            }}
          />
          <span class="button button-quiet" aria-hidden="true">
            {name === null ? words.choose : words.other}
          </span>
          {name !== null && <span class="file-name">{name}</span>}
        </div>
      )}
    </Labelled>
  );
};
