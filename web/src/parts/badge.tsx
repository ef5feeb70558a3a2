import type { ComponentChildren } from 'preact';

/** A state in one or two words. */
export const Badge = ({
  tone = 'plain',
  children,
}: {
  readonly tone?: 'plain' | 'good' | 'waiting' | 'bad';
  readonly children: ComponentChildren;
}) => <span class={`badge badge-${tone}`}>{children}</span>;
