import type { ComponentChildren } from 'preact';

/** One figure that is to be seen from afar, with what it is below. */
export const Stat = ({
  figure,
  children,
}: {
  readonly figure: ComponentChildren;
  readonly children: ComponentChildren;
}) => (
  <p class="stat">
    <strong class="stat-figure">{figure}</strong>
    <span class="stat-text">{children}</span>
  </p>
);

export const Stats = ({ children }: { readonly children: ComponentChildren }) => (
  <div class="stats">{children}</div>
);
