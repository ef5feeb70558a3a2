import type { AskRow } from '../frame/ask-row.js';
import ReadinessAsk from './readiness/readiness.ask.js';
import StandingAsk from './readiness/standing.ask.js';

const trading = ['koperasi', 'organiser', 'supplier', 'kitchen', 'carrier'] as const;

export const partyAsks: readonly AskRow[] = [
  { name: 'standing', kinds: trading, load: () => Promise.resolve({ default: StandingAsk }) },
  { name: 'decisions', kinds: trading, counted: 'decisions', load: () => import('./decisions.ask.js') },
  {
    name: 'checks',
    kinds: ['organiser', 'administrator'],
    load: () => import('../home/asks-of-organiser.js').then(({ ChecksAsk }) => ({ default: ChecksAsk })),
  },
];

/** What may wait until the day's work is done. */
export const latePartyAsks: readonly AskRow[] = [
  { name: 'readiness', kinds: trading, load: () => Promise.resolve({ default: ReadinessAsk }) },
];
