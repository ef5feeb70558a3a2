import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface PickProps {
  readonly isPicked: boolean;
  readonly onPick: (isPicked: boolean) => void;
  readonly label: ComponentChildren;
  readonly isDisabled?: boolean;
  /** What stands at the end of the row: an amount. */
  readonly aside?: ComponentChildren;
  /** What else there is to read of it. */
  readonly children?: ComponentChildren;
}

/** A row that can be picked by touching it anywhere: one of several (`group` names them), or any number. */
export const Pick = ({
  isPicked,
  onPick,
  label,
  isDisabled = false,
  aside,
  children,
  group,
}: PickProps & { readonly group?: string }) => {
  const id = useId();
  return (
    <div class={`pick${isPicked ? ' pick-on' : ''}${isDisabled ? ' pick-off' : ''}`}>
      <input
        id={id}
        type={group === undefined ? 'checkbox' : 'radio'}
        {...(group === undefined ? {} : { name: group })}
        checked={isPicked}
        disabled={isDisabled}
        aria-describedby={children === undefined ? undefined : `${id}-more`}
        onChange={(event) => {
          onPick(event.currentTarget.checked);
        }}
      />
      <label for={id} class="pick-label">
        <span>{label}</span>
        {aside !== undefined && <strong class="pick-aside">{aside}</strong>}
      </label>
      {children !== undefined && (
        <div id={`${id}-more`} class="pick-more">
          {children}
        </div>
      )}
    </div>
  );
};
