import type { AskRow } from '../frame/ask-row.js';

export const poolAsks: readonly AskRow[] = [
  {
    name: 'entered-orders',
    kinds: ['koperasi'],
    counted: 'enteredOrders',
    load: () =>
      import('../home/asks-of-members.js').then(({ EnteredOrdersAsk }) => ({ default: EnteredOrdersAsk })),
  },
  {
    name: 'open-pools',
    kinds: ['koperasi'],
    load: () => import('../home/asks-of-members.js').then(({ OpenPoolsAsk }) => ({ default: OpenPoolsAsk })),
  },
  {
    name: 'run-pools',
    kinds: ['organiser'],
    load: () => import('../home/asks-of-organiser.js').then(({ RunPoolsAsk }) => ({ default: RunPoolsAsk })),
  },
];
