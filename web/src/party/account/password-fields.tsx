import { useState } from 'preact/hooks';
import { Checkbox } from '../../parts/checkbox.js';
import { Field } from '../../parts/field.js';
import { useWords } from '../../words/words.js';
import { accountWords } from './account-words.js';

/** A password that is being chosen: written once, and shown where one wants to see it, instead of written twice. */
export const NewPassword = ({
  value,
  problem,
  onChange,
}: {
  readonly value: string;
  readonly problem: string | undefined;
  readonly onChange: (value: string) => void;
}) => {
  const words = useWords(accountWords);
  const [isShown, setShown] = useState(false);
  return (
    <>
      <Field
        label={words.chosen}
        hint={words.chosenHint}
        problem={problem}
        name="new-password"
        type={isShown ? 'text' : 'password'}
        autoComplete="new-password"
        maxLength={200}
        value={value}
        onChange={onChange}
        isRequired
      />
      <Checkbox label={words.show} isChecked={isShown} onChange={setShown} />
    </>
  );
};
