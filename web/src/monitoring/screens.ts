import type { ScreenRow } from '../frame/screen.js';

const overseers = ['observer', 'administrator'] as const;

/** What who oversees looks at; nothing of it changes anything but the queue, where an administrator runs work again. */
export const monitoringScreens: readonly ScreenRow[] = [
  {
    path: '/antrean',
    who: ['organiser', 'administrator'],
    source: 'src/monitoring/queue.screen.tsx',
    load: () => import('./queue.screen.js'),
  },
  {
    path: '/pengawasan',
    who: overseers,
    source: 'src/monitoring/watch.screen.tsx',
    load: () => import('./watch.screen.js'),
  },
  {
    path: '/pengawasan/janji',
    who: overseers,
    source: 'src/monitoring/promises.screen.tsx',
    load: () => import('./promises.screen.js'),
  },
  {
    path: '/pengawasan/macet',
    who: overseers,
    source: 'src/monitoring/stuck.screen.tsx',
    load: () => import('./stuck.screen.js'),
  },
  {
    path: '/pengawasan/neraca',
    who: overseers,
    source: 'src/ledger/balance.screen.tsx',
    load: () => import('../ledger/balance.screen.js'),
  },
  {
    path: '/pengawasan/pihak',
    who: overseers,
    source: 'src/party/parties.screen.tsx',
    load: () => import('../party/parties.screen.js'),
  },
  {
    path: '/pengawasan/pihak/:partyId',
    who: overseers,
    source: 'src/party/seen-party.screen.tsx',
    load: () => import('../party/seen-party.screen.js'),
  },
  {
    path: '/pengawasan/pengiriman',
    who: overseers,
    source: 'src/delivery/seen-drops.screen.tsx',
    load: () => import('../delivery/seen-drops.screen.js'),
  },
  {
    path: '/pengawasan/tagihan',
    who: overseers,
    source: 'src/settlement/seen-invoices.screen.tsx',
    load: () => import('../settlement/seen-invoices.screen.js'),
  },
];
