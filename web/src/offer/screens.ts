import type { ScreenRow } from '../frame/screen.js';

export const offerScreens: readonly ScreenRow[] = [
  {
    path: '/harga-janji',
    who: ['supplier'],
    source: 'src/offer/own-offers.screen.tsx',
    load: () => import('./own-offers.screen.js'),
  },
  {
    path: '/harga-janji/baru',
    who: ['supplier'],
    source: 'src/offer/publish.screen.tsx',
    load: () => import('./publish.screen.js'),
  },
];
