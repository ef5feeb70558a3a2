import { useReducer } from 'preact/hooks';
import { readWhole } from '../words/read-whole.js';
import { defineWords, useWords } from '../words/words.js';
import { Icon } from './icon.js';
import { Labelled, type LabelledProps } from './labelled.js';

const words = defineWords({
  id: { less: (what: string) => `Kurangi ${what}`, more: (what: string) => `Tambah ${what}` },
  en: { less: (what: string) => `Less ${what}`, more: (what: string) => `More ${what}` },
});

/** A whole number that is mostly small: pressed up and down with the thumb, or typed. Never below `least` or above `most`. */
export const Stepper = ({
  label,
  value,
  onChange,
  unit,
  least = 0,
  most = 1_000_000,
  ...labelled
}: LabelledProps & {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly unit?: string;
  readonly least?: number;
  readonly most?: number;
  readonly isLabelHidden?: boolean;
}) => {
  const { less, more } = useWords(words);
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const set = (next: number): void => {
    onChange(Math.min(most, Math.max(least, next)));
  };
  return (
    <Labelled label={label} {...labelled}>
      {(bound) => (
        <div class="stepper">
          <button
            type="button"
            class="stepper-button"
            aria-label={less(label)}
            // Not disabled: it would lose the focus of who has just pressed it.
            aria-disabled={value <= least}
            onClick={() => {
              set(value - 1);
            }}
          >
            <Icon name="minus" />
          </button>
          <input
            {...bound}
            inputMode="numeric"
            autoComplete="off"
            value={String(value)}
            onFocus={(event) => {
              event.currentTarget.select();
            }}
            onInput={(event) => {
              // What is no number changes nothing, and is gone from the field too.
              const read = readWhole(event.currentTarget.value);
              if (read !== undefined) set(read ?? 0);
              redraw(undefined);
            }}
          />
          <button
            type="button"
            class="stepper-button"
            aria-label={more(label)}
            aria-disabled={value >= most}
            onClick={() => {
              set(value + 1);
            }}
          >
            <Icon name="plus" />
          </button>
          {unit !== undefined && <span class="field-unit">{unit}</span>}
        </div>
      )}
    </Labelled>
  );
};
