import type { AskRow } from '../frame/ask-row.js';

export const settlementAsks: readonly AskRow[] = [
  { name: 'bills', kinds: ['supplier', 'organiser'], counted: 'bills', load: () => import('./bills.ask.js') },
];
