import { wholeNumber } from '../words/format.js';
import { Labelled, type LabelledProps } from './labelled.js';

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
  unit,
  ...input
}: InputProps) => (
  <Labelled label={label} hint={hint} problem={problem}>
    {(bound) => (
      <div class="field-row">
        {unit === 'Rp' && <span class="field-unit">{unit}</span>}
        <input
          {...bound}
          value={value}
          required={isRequired}
          onInput={(event) => {
            onChange(event.currentTarget.value);
          }}
          // The types ask for one kind of input each; what is set here is the same for all of these.
          {...({ ...input, type } as { type: 'text' })}
        />
        {unit !== undefined && unit !== 'Rp' && <span class="field-unit">{unit}</span>}
      </div>
    )}
  </Labelled>
);

interface NumberProps extends LabelledProps {
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly unit?: string;
  readonly isRequired?: boolean;
  readonly name?: string;
}

/** Whole numbers only, as money and packs are; points between thousands are taken as they are written here. */
export const NumberField = ({ value, onChange, ...field }: NumberProps) => (
  <Field
    {...field}
    inputMode="numeric"
    value={value === null ? '' : wholeNumber(value)}
    onChange={(text) => {
      const digits = text.replace(/\D/g, '').slice(0, 15);
      onChange(digits === '' ? null : Number(digits));
    }}
  />
);

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
