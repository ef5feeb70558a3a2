import type { AskRow } from '../frame/ask-row.js';

export const paymentAsks: readonly AskRow[] = [
  {
    name: 'dues',
    kinds: ['koperasi'],
    counted: 'dues',
    load: () => import('../home/asks-of-members.js').then(({ DuesAsk }) => ({ default: DuesAsk })),
  },
  {
    name: 'owed',
    kinds: ['organiser', 'supplier', 'kitchen', 'carrier'],
    counted: 'dues',
    load: () => import('./owed.ask.js'),
  },
  {
    name: 'claims',
    kinds: ['koperasi', 'organiser', 'supplier', 'kitchen', 'carrier'],
    counted: 'claims',
    load: () => import('./claims.ask.js'),
  },
];
