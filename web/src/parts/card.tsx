import type { ComponentChildren } from 'preact';
import { Link } from 'wouter-preact';

/** Something of a list that one can go into. */
export const Card = ({
  href,
  title,
  aside,
  children,
}: {
  readonly href?: string;
  readonly title: ComponentChildren;
  readonly aside?: ComponentChildren;
  readonly children?: ComponentChildren;
}) => (
  <article class="card">
    <header class="card-head">
      <h3>{href === undefined ? title : <Link href={href}>{title}</Link>}</h3>
      {aside}
    </header>
    {children}
  </article>
);
