import type { PartyKind } from '../api/session.js';
import type { ScreenRow } from '../frame/screen.js';

/** Whoever pays and is paid; an administrator and an observer look elsewhere. */
const trading: readonly PartyKind[] = ['koperasi', 'organiser', 'supplier', 'kitchen', 'carrier'];

export const paymentScreens: readonly ScreenRow[] = [
  {
    path: '/uang',
    who: trading,
    source: 'src/payment/money.screen.tsx',
    load: () => import('./money.screen.js'),
  },
  {
    path: '/tagihan',
    who: trading,
    source: 'src/payment/dues.screen.tsx',
    load: () => import('./dues.screen.js'),
  },
  {
    path: '/tagihan/:dueId',
    who: 'signed-in',
    source: 'src/payment/due.screen.tsx',
    load: () => import('./due.screen.js'),
  },
  {
    path: '/bayar',
    who: trading,
    source: 'src/payment/pay.screen.tsx',
    load: () => import('./pay.screen.js'),
  },
  {
    path: '/pembayaran',
    who: trading,
    source: 'src/payment/payments.screen.tsx',
    load: () => import('./payments.screen.js'),
  },
  {
    path: '/pembayaran/:paymentId',
    who: 'signed-in',
    source: 'src/payment/payment.screen.tsx',
    load: () => import('./payment.screen.js'),
  },
  {
    path: '/piutang',
    who: trading,
    source: 'src/payment/receivables.screen.tsx',
    load: () => import('./receivables.screen.js'),
  },
  {
    path: '/tempo',
    who: ['organiser', 'supplier', 'koperasi', 'kitchen'],
    source: 'src/payment/terms.screen.tsx',
    load: () => import('./terms.screen.js'),
  },
  {
    path: '/akun-bayar',
    who: trading,
    source: 'src/payment/gateway.screen.tsx',
    load: () => import('./gateway.screen.js'),
  },
];
