import type { ScreenRow } from '../frame/screen.js';

export const bidScreens: readonly ScreenRow[] = [
  {
    path: '/tender',
    who: 'anyone',
    source: 'src/bid/tenders.screen.tsx',
    load: () => import('./tenders.screen.js'),
  },
  {
    path: '/paket/:lotId/tawar',
    who: ['supplier'],
    source: 'src/bid/bid.screen.tsx',
    load: () => import('./bid.screen.js'),
  },
  {
    path: '/putaran/:poolId/syarat',
    who: ['supplier'],
    source: 'src/bid/pool-terms.screen.tsx',
    load: () => import('./pool-terms.screen.js'),
  },
  {
    path: '/paket/:lotId/tanda-terima',
    who: ['supplier'],
    source: 'src/bid/receipt.screen.tsx',
    load: () => import('./receipt.screen.js'),
  },
  {
    path: '/putaran/:poolId/panitia-kunci',
    who: 'signed-in',
    source: 'src/bid/committee.screen.tsx',
    load: () => import('./committee.screen.js'),
  },
  {
    path: '/kunci-saya',
    who: 'signed-in',
    source: 'src/bid/own-key.screen.tsx',
    load: () => import('./own-key.screen.js'),
  },
];
