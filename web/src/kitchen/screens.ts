import type { ScreenRow } from '../frame/screen.js';

const load = () => import('./week.screen.js');
const source = 'src/kitchen/week.screen.tsx';

export const kitchenScreens: readonly ScreenRow[] = [
  { path: '/kebutuhan', who: ['kitchen'], source, load },
  { path: '/kebutuhan/:isoWeek', who: ['kitchen'], source, load },
  {
    path: '/datang',
    who: ['kitchen'],
    source: 'src/kitchen/coming.screen.tsx',
    load: () => import('./coming.screen.js'),
  },
  {
    path: '/kebutuhan/bahan/:requirementLineId',
    who: ['kitchen'],
    source: 'src/kitchen/trace.screen.tsx',
    load: () => import('./trace.screen.js'),
  },
];
