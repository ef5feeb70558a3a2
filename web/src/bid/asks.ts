import type { AskRow } from '../frame/ask-row.js';

export const bidAsks: readonly AskRow[] = [
  {
    name: 'committees',
    kinds: ['koperasi', 'organiser', 'observer', 'administrator', 'kitchen', 'carrier'],
    counted: 'committees',
    load: () => import('./committees.ask.js'),
  },
];
