import type { ScreenRow } from '../frame/screen.js';

/** What anybody may read, signed in or not; each is rendered on the server. */
export const publicScreens: readonly ScreenRow[] = [
  {
    path: '/',
    who: 'anyone',
    source: 'src/public/front.screen.tsx',
    load: () => import('./front.screen.js'),
  },
  {
    path: '/paket/:lotId',
    who: 'anyone',
    source: 'src/lot/lot.screen.tsx',
    load: () => import('../lot/lot.screen.js'),
  },
  {
    path: '/paket/:lotId/penawaran',
    who: 'anyone',
    source: 'src/bid/bids.screen.tsx',
    load: () => import('../bid/bids.screen.js'),
  },
  {
    path: '/paket/:lotId/penetapan',
    who: 'anyone',
    source: 'src/award/award.screen.tsx',
    load: () => import('../award/award.screen.js'),
  },
  {
    path: '/paket/:lotId/pembagian',
    who: 'anyone',
    source: 'src/allocation/shares.screen.tsx',
    load: () => import('../allocation/shares.screen.js'),
  },
  {
    path: '/putaran/:poolId/hasil',
    who: 'anyone',
    source: 'src/monitoring/results.screen.tsx',
    load: () => import('../monitoring/results.screen.js'),
  },
  {
    path: '/peta',
    who: 'anyone',
    source: 'src/public/map.screen.tsx',
    load: () => import('./map.screen.js'),
  },
  {
    path: '/peta/:poolId',
    who: 'anyone',
    source: 'src/public/map.screen.tsx',
    load: () => import('./map.screen.js'),
  },
  {
    path: '/harga',
    who: 'anyone',
    source: 'src/catalog/prices.screen.tsx',
    load: () => import('../catalog/prices.screen.js'),
  },
  {
    path: '/harga/:slug',
    who: 'anyone',
    source: 'src/catalog/price.screen.tsx',
    load: () => import('../catalog/price.screen.js'),
  },
  {
    path: '/tentang',
    who: 'anyone',
    source: 'src/public/about.screen.tsx',
    load: () => import('./about.screen.js'),
  },
  {
    path: '/buku',
    who: 'anyone',
    source: 'src/public/books.screen.tsx',
    load: () => import('./books.screen.js'),
  },
];
