import type { ComponentChildren } from 'preact';
import { Badge } from '../parts/badge.js';
import { Card } from '../parts/card.js';
import { useWords } from '../words/words.js';
import { watchWords } from './watch-words.js';

/** One thing that is watched, and whether it is as it should be. */
export const WatchCard = ({
  href,
  title,
  isGood,
  children,
}: {
  readonly href: string;
  readonly title: string;
  readonly isGood: boolean;
  readonly children: ComponentChildren;
}) => {
  const words = useWords(watchWords);
  return (
    <Card
      href={href}
      title={title}
      aside={<Badge tone={isGood ? 'good' : 'bad'}>{isGood ? words.good : words.bad}</Badge>}
    >
      <p class="strong">{children}</p>
    </Card>
  );
};
