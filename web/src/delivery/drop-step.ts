import type { View } from '../api/api.js';

export type DropStep = 'pay' | 'wait' | 'fetch' | 'receive' | 'done';

/** What comes next for a drop, as its koperasi sees it. */
export const stepOf = ({
  state,
  releasedAt,
  awaitedRequests,
  pickupPlace,
}: Pick<View<'DropView'>, 'state' | 'releasedAt' | 'awaitedRequests' | 'pickupPlace'>): DropStep => {
  if (state === 'received') return 'done';
  if (state === 'dispatched') return pickupPlace === null ? 'receive' : 'fetch';
  return releasedAt === null && (awaitedRequests ?? 0) > 0 ? 'pay' : 'wait';
};

/** A colour for each; its word always stands beside. */
export const stepTones = {
  pay: 'bad',
  wait: 'plain',
  fetch: 'waiting',
  receive: 'waiting',
  done: 'good',
} as const;

const urgency: Readonly<Record<DropStep, number>> = { receive: 0, fetch: 0, pay: 1, wait: 2, done: 3 };

/** What waits for somebody first, then by the day it is needed. */
export const byUrgency = (drops: readonly View<'DropView'>[]): readonly View<'DropView'>[] =>
  [...drops].sort(
    (a, b) =>
      urgency[stepOf(a)] - urgency[stepOf(b)] ||
      a.neededBy.localeCompare(b.neededBy) ||
      a.id.localeCompare(b.id),
  );
