import type { AskRow } from '../frame/ask-row.js';

export const kitchenAsks: readonly AskRow[] = [
  {
    name: 'coming',
    kinds: ['kitchen'],
    load: () => import('../home/asks-of-kitchens.js').then(({ ComingAsk }) => ({ default: ComingAsk })),
  },
  {
    name: 'weeks',
    kinds: ['kitchen'],
    load: () => import('../home/asks-of-kitchens.js').then(({ WeeksAsk }) => ({ default: WeeksAsk })),
  },
];
