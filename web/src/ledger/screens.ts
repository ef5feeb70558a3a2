import type { ScreenRow } from '../frame/screen.js';

export const ledgerScreens: readonly ScreenRow[] = [
  {
    path: '/rekening',
    who: ['koperasi', 'organiser', 'supplier', 'kitchen', 'carrier'],
    source: 'src/ledger/statement.screen.tsx',
    load: () => import('./statement.screen.js'),
  },
  {
    path: '/neraca',
    who: ['koperasi', 'organiser', 'supplier', 'kitchen', 'carrier', 'administrator', 'observer'],
    source: 'src/ledger/balances.screen.tsx',
    load: () => import('./balances.screen.js'),
  },
];
