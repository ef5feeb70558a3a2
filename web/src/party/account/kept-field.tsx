import { useState } from 'preact/hooks';
import type { Api } from '../../api/api.js';
import { useSend } from '../../api/use-send.js';
import { Button, LinkButton } from '../../parts/button.js';
import { Facts } from '../../parts/facts.js';
import { Field } from '../../parts/field.js';
import { Notice } from '../../parts/notice.js';
import { RefusalOrProof } from '../../parts/proof-of-self.js';
import { useWords } from '../../words/words.js';
import { accountWords } from './account-words.js';

/** How somebody is reached: what is written down now, and a field to write it anew or take it out. */
export const KeptField = ({
  now,
  name,
  type = 'text',
  label,
  hint,
  maxLength,
  save,
  after,
}: {
  readonly now: string | null;
  /** Of the field, as the server names it too. */
  readonly name: string;
  readonly type?: 'text' | 'tel';
  readonly label: string;
  readonly hint: string;
  readonly maxLength: number;
  /** Answers as it was kept. */
  readonly save: (api: Api, written: string | null) => Promise<string | null>;
  readonly after: () => void;
}) => {
  const words = useWords(accountWords);
  const [text, setText] = useState(now ?? '');
  const [isDone, setDone] = useState(false);
  const saving = useSend(
    (api) => save(api, text.trim() === '' ? null : text.trim()),
    (kept) => {
      setText(kept ?? '');
      setDone(true);
      after();
    },
  );
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void saving.send();
      }}
    >
      <Facts of={[[words.now, now ?? words.none]]} />
      <Field
        {...{ label, hint, name, type, maxLength }}
        autoComplete="tel"
        value={text}
        onChange={(next) => {
          setDone(false);
          setText(next);
        }}
        problem={saving.problemOf(name)}
      />
      <RefusalOrProof of={saving} />
      {isDone ? (
        <Notice tone="good" title={words.saved}>
          <LinkButton href="/akun">{words.back}</LinkButton>
        </Notice>
      ) : (
        <Button type="submit" isBusy={saving.isSending}>
          {words.save}
        </Button>
      )}
    </form>
  );
};
