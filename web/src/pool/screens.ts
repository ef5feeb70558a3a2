import type { ScreenRow } from '../frame/screen.js';

export const poolScreens: readonly ScreenRow[] = [
  {
    path: '/putaran',
    who: 'anyone',
    source: 'src/pool/pools.screen.tsx',
    load: () => import('./pools.screen.js'),
  },
  {
    path: '/putaran/baru',
    who: ['organiser'],
    source: 'src/pool/new-pool.screen.tsx',
    load: () => import('./new-pool.screen.js'),
  },
  {
    path: '/putaran/:poolId',
    who: 'anyone',
    source: 'src/pool/pool.screen.tsx',
    load: () => import('./pool.screen.js'),
  },
  {
    path: '/putaran/:poolId/pesan',
    who: ['koperasi'],
    isDrawnEarly: true,
    source: 'src/pool/order.screen.tsx',
    load: () => import('./order.screen.js'),
  },
  {
    path: '/putaran/:poolId/kelola',
    who: ['organiser'],
    source: 'src/pool/manage.screen.tsx',
    load: () => import('./manage.screen.js'),
  },
  {
    path: '/putaran/:poolId/rancangan',
    who: ['organiser'],
    source: 'src/pool/redraft.screen.tsx',
    load: () => import('./redraft.screen.js'),
  },
  {
    path: '/putaran/:poolId/hari-tutup',
    who: ['organiser'],
    source: 'src/pool/close-day.screen.tsx',
    load: () => import('./close-day.screen.js'),
  },
  {
    path: '/putaran/:poolId/isikan-pesanan',
    who: ['organiser'],
    source: 'src/pool/enter-order.screen.tsx',
    load: () => import('./enter-order.screen.js'),
  },
  {
    path: '/pesanan-dibuatkan',
    who: ['koperasi'],
    source: 'src/pool/entered-orders.screen.tsx',
    load: () => import('./entered-orders.screen.js'),
  },
  {
    path: '/uang-muka',
    who: ['koperasi'],
    source: 'src/pool/deposits.screen.tsx',
    load: () => import('./deposits.screen.js'),
  },
];
