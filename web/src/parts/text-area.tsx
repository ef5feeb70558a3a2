import { Labelled, type LabelledProps } from './labelled.js';

/** A few sentences: a reason, a message to be sent on. */
export const TextArea = ({
  value,
  onChange,
  rows = 3,
  maxLength,
  ...labelled
}: LabelledProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly rows?: number;
  readonly maxLength?: number;
}) => (
  <Labelled {...labelled}>
    {(bound) => (
      <textarea
        {...bound}
        rows={rows}
        maxLength={maxLength}
        value={value}
        onInput={(event) => {
          onChange(event.currentTarget.value);
        }}
      />
    )}
  </Labelled>
);
