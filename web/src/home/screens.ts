import type { ScreenRow } from '../frame/screen.js';

export const homeScreens: readonly ScreenRow[] = [
  {
    path: '/beranda',
    who: 'signed-in',
    source: 'src/home/home.screen.tsx',
    load: () => import('./home.screen.js'),
  },
];
