import { useState } from 'preact/hooks';
import { wholeNumber } from '../words/format.js';
import { readWhole } from '../words/read-whole.js';
import { defineWords, useWords } from '../words/words.js';
import { Labelled, type LabelledProps } from './labelled.js';

const ownWords = defineWords({
  id: {
    unfinished: 'Isi dulu sampai lengkap.',
    whole: 'Tulis bilangan bulat tanpa koma.',
  },
  en: {
    unfinished: 'Fill this in first.',
    whole: 'Write a whole number.',
  },
});

export interface InputProps extends LabelledProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly type?: 'text' | 'password' | 'tel' | 'email' | 'date' | 'datetime-local' | 'search';
  readonly name?: string;
  readonly autoComplete?: string;
  readonly inputMode?: 'text' | 'numeric' | 'decimal';
  readonly isRequired?: boolean;
  readonly maxLength?: number;
  /** What stands after it: `karung`, `kg`; `Rp` stands before, as it is written. */
  readonly unit?: string;
  /** What is written can be no value: nothing is sent before it is mended. */
  readonly isUnreadable?: boolean;
}

/** One line to be written. */
export const Field = ({
  label,
  hint,
  problem,
  value,
  onChange,
  type = 'text',
  isRequired,
  isUnreadable = false,
  unit,
  ...input
}: InputProps) => {
  const words = useWords(ownWords);
  // Why the browser would not let it be sent: said in the reader's language, not in the browser's.
  const [isUnfinished, setUnfinished] = useState(false);
  return (
    <Labelled label={label} hint={hint} problem={problem ?? (isUnfinished ? words.unfinished : undefined)}>
      {(bound) => (
        <div class="field-row">
          {unit === 'Rp' && <span class="field-unit">{unit}</span>}
          <input
            {...bound}
            ref={(field) => field?.setCustomValidity(isUnreadable ? words.whole : '')}
            value={value}
            required={isRequired}
            onInput={(event) => {
              setUnfinished(false);
              onChange(event.currentTarget.value);
            }}
            onInvalid={(event) => {
              event.preventDefault();
              setUnfinished(true);
              if (event.currentTarget.form?.querySelector('input:invalid') === event.currentTarget)
                event.currentTarget.focus();
            }}
            // The types ask for one kind of input each; what is set here is the same for all of these.
            {...({ ...input, type } as { type: 'text' })}
          />
          {unit !== undefined && unit !== 'Rp' && <span class="field-unit">{unit}</span>}
        </div>
      )}
    </Labelled>
  );
};

interface NumberProps extends LabelledProps {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly unit?: string;
  readonly isRequired?: boolean;
  readonly name?: string;
}

/** Whole numbers only, as money and packs are; what is none stays as it was written, and says so. */
export const NumberField = ({ value, onChange, problem, ...field }: NumberProps) => {
  const words = useWords(ownWords);
  // A thing of its own with each key, so that what is shown is always what was understood.
  const [written, setWritten] = useState<{ readonly unread: string | null }>({ unread: null });
  const unread = value === null ? written.unread : null;
  return (
    <Field
      {...field}
      inputMode="numeric"
      problem={unread === null ? problem : words.whole}
      isUnreadable={unread !== null}
      value={unread ?? (value === null ? '' : wholeNumber(value))}
      onChange={(text) => {
        const read = readWhole(text);
        setWritten({ unread: read === undefined ? text : null });
        onChange(read ?? null);
      }}
    />
  );
};

export interface Choice<Value extends string> {
  readonly value: Value;
  readonly name: string;
}

/** One of a few. */
export const Select = <Value extends string>({
  value,
  choices,
  onChange,
  ...labelled
}: LabelledProps & {
  readonly value: Value;
  readonly choices: readonly Choice<Value>[];
  readonly onChange: (value: Value) => void;
}) => (
  <Labelled {...labelled}>
    {(bound) => (
      <select
        {...bound}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value as Value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.name}
          </option>
        ))}
      </select>
    )}
  </Labelled>
);
