import type { View } from '../api/api.js';
import { Badge } from '../parts/badge.js';
import { useWords } from '../words/words.js';
import { lotStateWords } from './state-words.js';

export type LotState = View<'LotView'>['state'];

const tones = {
  bidding: 'waiting',
  opened: 'waiting',
  awarded: 'waiting',
  contracted: 'good',
  delivering: 'good',
  settled: 'plain',
  failed: 'bad',
} as const;

/** How a lot stands. */
export const LotBadge = ({ state }: { readonly state: LotState }) => {
  const words = useWords(lotStateWords);
  return <Badge tone={tones[state]}>{words[state]}</Badge>;
};

const course = ['bidding', 'opened', 'awarded', 'contracted', 'delivering', 'settled'] as const;

/** Bids, award and shares are public from the contract on. */
export const isPublic = (state: LotState): boolean => ['contracted', 'delivering', 'settled'].includes(state);

/** The way of a lot from bids to receipt, and where it is on it. */
export const LotCourse = ({ state }: { readonly state: LotState }) => {
  const words = useWords(lotStateWords);
  if (state === 'failed') return null;
  const now = course.indexOf(state);
  return (
    <ol class="course" aria-label={words.course}>
      {course.map((step, at) => (
        <li key={step} class={at < now ? 'course-done' : ''} aria-current={at === now ? 'step' : undefined}>
          {words[step]}
        </li>
      ))}
    </ol>
  );
};
