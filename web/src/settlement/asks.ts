import type { AskRow } from '../frame/ask-row.js';

export const settlementAsks: readonly AskRow[] = [
  {
    name: 'consigned',
    kinds: ['supplier', 'koperasi', 'kitchen'],
    counted: 'consigned',
    load: () => import('./consigned.ask.js'),
  },
  { name: 'bills', kinds: ['supplier', 'organiser'], counted: 'bills', load: () => import('./bills.ask.js') },
];
