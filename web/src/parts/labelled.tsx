import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

export interface LabelledProps {
  readonly label: ComponentChildren;
  /** In one sentence what it means for who fills it in. */
  readonly hint?: ComponentChildren;
  /** Why it was not taken. */
  readonly problem?: string | undefined;
}

/** What binds a control to its name, its meaning and its problem, for who does not see them. */
interface Bound {
  readonly id: string;
  readonly 'aria-invalid': boolean;
  readonly 'aria-describedby': string | undefined;
}

/** A control with its name above, its meaning below, and the reason where it was not taken. */
export const Labelled = ({
  label,
  hint,
  problem,
  isLabelHidden = false,
  children,
}: LabelledProps & {
  /** Where what stands around it says the name to who sees. */
  readonly isLabelHidden?: boolean;
  readonly children: (bound: Bound) => ComponentChildren;
}) => {
  const id = useId();
  const described = [hint === undefined ? '' : `${id}-hint`, problem === undefined ? '' : `${id}-problem`]
    .join(' ')
    .trim();
  return (
    <div class="field">
      <label for={id} class={isLabelHidden ? 'hidden-words' : undefined}>
        {label}
      </label>
      {children({
        id,
        'aria-invalid': problem !== undefined,
        'aria-describedby': described === '' ? undefined : described,
      })}
      {hint !== undefined && (
        <p id={`${id}-hint`} class="hint">
          {hint}
        </p>
      )}
      {problem !== undefined && (
        <p id={`${id}-problem`} class="problem">
          {problem}
        </p>
      )}
    </div>
  );
};
