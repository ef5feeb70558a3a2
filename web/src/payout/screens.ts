import type { PartyKind } from '../api/session.js';
import type { ScreenRow } from '../frame/screen.js';

const trading: readonly PartyKind[] = ['koperasi', 'organiser', 'supplier', 'kitchen', 'carrier'];

export const payoutScreens: readonly ScreenRow[] = [
  {
    path: '/utang',
    who: trading,
    source: 'src/payout/payables.screen.tsx',
    load: () => import('./payables.screen.js'),
  },
  {
    path: '/utang/:payoutId',
    who: trading,
    source: 'src/payout/payout.screen.tsx',
    load: () => import('./payout.screen.js'),
  },
  {
    path: '/mutasi',
    who: trading,
    source: 'src/payout/bank-lines.screen.tsx',
    load: () => import('./bank-lines.screen.js'),
  },
  {
    path: '/akun-bayar-keluar',
    who: trading,
    source: 'src/payout/payout-account.screen.tsx',
    load: () => import('./payout-account.screen.js'),
  },
  {
    path: '/titipan',
    who: trading,
    source: 'src/payout/suspense.screen.tsx',
    load: () => import('./suspense.screen.js'),
  },
];
