import { Link } from 'wouter-preact';

/** Where one is: the way back up, the nearest last. */
export const Path = ({
  name,
  steps,
}: {
  readonly name: string;
  readonly steps: readonly (readonly [path: string, name: string])[];
}) => (
  <nav aria-label={name}>
    <ol class="path">
      {steps.map(([path, text]) => (
        <li key={path}>
          <Link href={path}>{text}</Link>
        </li>
      ))}
    </ol>
  </nav>
);
