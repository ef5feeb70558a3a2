import type { AskRow } from '../frame/ask-row.js';

export const awardAsks: readonly AskRow[] = [
  {
    name: 'steps',
    kinds: ['organiser'],
    load: () => import('../home/asks-of-organiser.js').then(({ StepsAsk }) => ({ default: StepsAsk })),
  },
  {
    name: 'contracts',
    kinds: ['supplier', 'kitchen', 'koperasi'],
    counted: 'contracts',
    load: () => import('./contracts.ask.js'),
  },
];
