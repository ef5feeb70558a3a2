import { Link } from 'wouter-preact';

/** A few ways to look at the same thing, as links: they work without JavaScript and can be sent on. */
export const Choices = ({
  label,
  now,
  of: choices,
}: {
  readonly label: string;
  readonly now: string;
  readonly of: readonly (readonly [path: string, name: string])[];
}) => (
  <nav aria-label={label}>
    <ul class="choices">
      {choices.map(([path, name]) => (
        <li key={path}>
          <Link href={path} aria-current={path === now ? 'page' : undefined}>
            {name}
          </Link>
        </li>
      ))}
    </ul>
  </nav>
);
