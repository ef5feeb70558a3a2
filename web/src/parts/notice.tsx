import type { ComponentChildren } from 'preact';

/** Something to be read before going on: a title, what it means, and what to do next. */
export const Notice = ({
  tone,
  title,
  isPage = false,
  children,
}: {
  readonly tone: 'info' | 'good' | 'warning' | 'danger';
  readonly title: ComponentChildren;
  /** All there is on the screen: its title is the page's. */
  readonly isPage?: boolean;
  readonly children?: ComponentChildren;
}) => (
  <section class={`notice notice-${tone}`} role={tone === 'danger' ? 'alert' : undefined}>
    {isPage ? <h1 class="notice-title">{title}</h1> : <h2 class="notice-title">{title}</h2>}
    {children}
  </section>
);
