import type { ScreenRow } from '../frame/screen.js';

export const offlineScreens: readonly ScreenRow[] = [
  {
    path: '/kotak-keluar',
    who: 'signed-in',
    source: 'src/offline/outbox.screen.tsx',
    load: () => import('./outbox.screen.js'),
  },
];
