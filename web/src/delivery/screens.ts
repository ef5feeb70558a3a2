import type { ScreenRow } from '../frame/screen.js';

export const deliveryScreens: readonly ScreenRow[] = [
  {
    path: '/kiriman',
    who: ['koperasi', 'kitchen', 'supplier'],
    source: 'src/delivery/drops.screen.tsx',
    load: () => import('./drops.screen.js'),
  },
  {
    path: '/kiriman/:dropId',
    who: 'signed-in',
    source: 'src/delivery/drop.screen.tsx',
    load: () => import('./drop.screen.js'),
  },
  {
    path: '/antar',
    who: ['supplier', 'koperasi'],
    source: 'src/delivery/sends.screen.tsx',
    load: () => import('./sends.screen.js'),
  },
  {
    path: '/antar/:dropId',
    who: ['supplier', 'koperasi'],
    source: 'src/delivery/send.screen.tsx',
    load: () => import('./send.screen.js'),
  },
];
