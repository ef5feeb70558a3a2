import type { ScreenRow } from '../frame/screen.js';

export const settlementScreens: readonly ScreenRow[] = [
  {
    path: '/faktur',
    who: ['koperasi', 'organiser', 'supplier', 'kitchen'],
    source: 'src/settlement/invoices.screen.tsx',
    load: () => import('./invoices.screen.js'),
  },
  {
    path: '/faktur/:invoiceId',
    who: 'signed-in',
    source: 'src/settlement/invoice.screen.tsx',
    load: () => import('./invoice.screen.js'),
  },
  {
    path: '/titip-jual',
    who: ['koperasi', 'organiser', 'supplier', 'kitchen'],
    source: 'src/settlement/consignments.screen.tsx',
    load: () => import('./consignments.screen.js'),
  },
  {
    path: '/belanja',
    who: ['koperasi', 'organiser'],
    source: 'src/settlement/purchases.screen.tsx',
    load: () => import('./purchases.screen.js'),
  },
  {
    path: '/pesanan-pembelian',
    who: ['supplier', 'koperasi', 'organiser', 'kitchen'],
    source: 'src/settlement/orders.screen.tsx',
    load: () => import('./orders.screen.js'),
  },
  {
    path: '/pesanan-pembelian/:orderId',
    who: ['supplier', 'koperasi', 'organiser', 'kitchen'],
    source: 'src/settlement/order.screen.tsx',
    load: () => import('./order.screen.js'),
  },
  {
    path: '/pesanan-pembelian/:orderId/tagih',
    who: ['supplier', 'koperasi'],
    source: 'src/settlement/write-bill.screen.tsx',
    load: () => import('./write-bill.screen.js'),
  },
  {
    path: '/tagihan-penjual',
    who: ['supplier', 'organiser', 'koperasi', 'kitchen'],
    source: 'src/settlement/bills.screen.tsx',
    load: () => import('./bills.screen.js'),
  },
  {
    path: '/tagihan-penjual/:billId',
    who: ['supplier', 'organiser', 'koperasi', 'kitchen'],
    source: 'src/settlement/bill.screen.tsx',
    load: () => import('./bill.screen.js'),
  },
];
