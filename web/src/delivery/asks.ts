import type { AskRow } from '../frame/ask-row.js';

export const deliveryAsks: readonly AskRow[] = [
  {
    name: 'drops',
    kinds: ['koperasi', 'kitchen', 'supplier'],
    counted: 'arriving',
    load: () => import('../home/asks-of-movers.js').then(({ DropsAsk }) => ({ default: DropsAsk })),
  },
  {
    name: 'sends',
    kinds: ['supplier', 'koperasi'],
    counted: 'sending',
    load: () => import('../home/asks-of-movers.js').then(({ SendsAsk }) => ({ default: SendsAsk })),
  },
];
