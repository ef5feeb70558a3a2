import type { ScreenRow } from './screen.js';

export const frameScreens: readonly ScreenRow[] = [
  {
    path: '/menu',
    who: 'signed-in',
    source: 'src/frame/menu.screen.tsx',
    load: () => import('./menu.screen.js'),
  },
];
