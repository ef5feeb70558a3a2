import { useId } from 'preact/hooks';

/** Yes or no, with what it means in one sentence. */
export const Checkbox = ({
  label,
  hint,
  isChecked,
  onChange,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly isChecked: boolean;
  readonly onChange: (isChecked: boolean) => void;
}) => {
  const id = useId();
  return (
    <div class="checkbox">
      <label for={id}>
        <input
          id={id}
          type="checkbox"
          checked={isChecked}
          aria-describedby={hint === undefined ? undefined : `${id}-hint`}
          onChange={(event) => {
            onChange(event.currentTarget.checked);
          }}
        />
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
    </div>
  );
};
