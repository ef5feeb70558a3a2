import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';

/** Something few look for: what it holds is drawn, and asked for, only once it has been opened. */
export const Folded = ({
  title,
  children,
}: {
  readonly title: string;
  readonly children: ComponentChildren;
}) => {
  const [isWanted, setWanted] = useState(false);
  return (
    <details
      onToggle={() => {
        setWanted(true);
      }}
    >
      <summary>{title}</summary>
      {isWanted && children}
    </details>
  );
};
