import type { ScreenRow } from '../frame/screen.js';

/** Screens of who decides about awards; what anybody may read of them stands in public/. */
export const awardScreens: readonly ScreenRow[] = [
  {
    path: '/paket/:lotId/tinjau',
    who: ['organiser'],
    source: 'src/award/review.screen.tsx',
    load: () => import('./review.screen.js'),
  },
  {
    path: '/kontrak',
    who: ['supplier', 'kitchen', 'koperasi'],
    source: 'src/award/contracts.screen.tsx',
    load: () => import('./contracts.screen.js'),
  },
  {
    path: '/kontrak/:lotId',
    who: ['supplier', 'kitchen', 'koperasi'],
    source: 'src/award/contract.screen.tsx',
    load: () => import('./contract.screen.js'),
  },
  {
    path: '/penawaran-saya',
    who: ['supplier', 'kitchen', 'koperasi'],
    source: 'src/award/own-bids.screen.tsx',
    load: () => import('./own-bids.screen.js'),
  },
];
