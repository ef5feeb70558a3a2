import type { ScreenRow } from '../frame/screen.js';

export const catalogScreens: readonly ScreenRow[] = [
  {
    path: '/barang',
    who: 'anyone',
    source: 'src/catalog/goods.screen.tsx',
    load: () => import('./goods.screen.js'),
  },
  {
    path: '/barang/:code',
    who: 'anyone',
    source: 'src/catalog/good.screen.tsx',
    load: () => import('./good.screen.js'),
  },
];
