import type { ComponentChildren } from 'preact';
import { isReady } from '../frame/is-ready.js';
import { Link } from 'wouter-preact';

type Tone = 'main' | 'quiet' | 'danger';

interface ButtonProps {
  readonly children: ComponentChildren;
  readonly tone?: Tone;
  /** Something is under way: the button waits, and says so to who reads by ear. */
  readonly isBusy?: boolean;
  readonly isDisabled?: boolean;
  readonly type?: 'button' | 'submit';
  readonly onPress?: () => void;
}

export const Button = ({
  children,
  tone = 'main',
  isBusy = false,
  isDisabled = false,
  type = 'button',
  onPress,
}: ButtonProps) => (
  <button
    type={type}
    class={`button button-${tone}`}
    disabled={isDisabled || !isReady.value}
    aria-busy={isBusy || !isReady.value}
    onClick={isBusy ? (event) => event.preventDefault() : onPress}
  >
    {children}
  </button>
);

export const LinkButton = ({
  href,
  children,
  tone = 'main',
}: {
  readonly href: string;
  readonly children: ComponentChildren;
  readonly tone?: Tone;
}) => (
  <Link href={href} class={`button button-${tone}`}>
    {children}
  </Link>
);
