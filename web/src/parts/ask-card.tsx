import type { ComponentChildren } from 'preact';
import { LinkButton } from './button.js';
import { Icon, type IconName } from './icon.js';

/** Something that waits for a person: what, by when, and the one thing to press. */
export const AskCard = ({
  icon,
  title,
  due,
  action,
  href,
  isUrgent = false,
  children,
}: {
  readonly icon: IconName;
  readonly title: ComponentChildren;
  readonly due?: ComponentChildren;
  readonly action: string;
  readonly href: string;
  readonly isUrgent?: boolean;
  readonly children?: ComponentChildren;
}) => (
  <article class={`card ask${isUrgent ? ' ask-urgent' : ''}`}>
    <header class="ask-head">
      <Icon name={icon} />
      <h3>{title}</h3>
    </header>
    {children}
    {due !== undefined && <p class="strong">{due}</p>}
    <p class="ask-action">
      <LinkButton href={href} tone={isUrgent ? 'main' : 'quiet'}>
        {action}
      </LinkButton>
    </p>
  </article>
);
