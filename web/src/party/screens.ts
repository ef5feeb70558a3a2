import type { ScreenRow } from '../frame/screen.js';

const trading = ['koperasi', 'organiser', 'supplier', 'kitchen', 'carrier'] as const;

export const partyScreens: readonly ScreenRow[] = [
  {
    path: '/undangan',
    who: 'anyone',
    source: 'src/party/joining/invitation.screen.tsx',
    load: () => import('./joining/invitation.screen.js'),
  },
  {
    path: '/mulai',
    who: 'signed-in',
    source: 'src/party/readiness/start.screen.tsx',
    load: () => import('./readiness/start.screen.js'),
  },
  {
    path: '/dokumen',
    who: trading,
    source: 'src/party/documents/documents.screen.tsx',
    load: () => import('./documents/documents.screen.js'),
  },
  {
    path: '/orang',
    who: 'signed-in',
    source: 'src/party/people/people.screen.tsx',
    load: () => import('./people/people.screen.js'),
  },
  {
    path: '/rekening-bank',
    who: trading,
    source: 'src/party/bank/accounts.screen.tsx',
    load: () => import('./bank/accounts.screen.js'),
  },
  {
    path: '/undang',
    who: ['organiser', 'administrator'],
    source: 'src/party/joining/invite.screen.tsx',
    load: () => import('./joining/invite.screen.js'),
  },
  {
    path: '/aturan',
    who: ['organiser'],
    source: 'src/party/rules/rules.screen.tsx',
    load: () => import('./rules/rules.screen.js'),
  },
  {
    path: '/pihak',
    who: ['organiser', 'administrator'],
    source: 'src/party/checking/parties.screen.tsx',
    load: () => import('./checking/parties.screen.js'),
  },
  {
    path: '/pihak/:partyId',
    who: ['organiser', 'administrator'],
    source: 'src/party/checking/party.screen.tsx',
    load: () => import('./checking/party.screen.js'),
  },
  {
    path: '/keputusan',
    who: trading,
    source: 'src/party/decisions.screen.tsx',
    load: () => import('./decisions.screen.js'),
  },
  {
    path: '/masuk',
    who: 'anyone',
    source: 'src/party/sign-in.screen.tsx',
    load: () => import('./sign-in.screen.js'),
  },
  {
    path: '/akun',
    who: 'signed-in',
    source: 'src/party/account.screen.tsx',
    load: () => import('./account.screen.js'),
  },
  {
    path: '/akun/perangkat',
    who: 'signed-in',
    source: 'src/party/account/devices.screen.tsx',
    load: () => import('./account/devices.screen.js'),
  },
  {
    path: '/akun/sandi',
    who: 'signed-in',
    source: 'src/party/account/password.screen.tsx',
    load: () => import('./account/password.screen.js'),
  },
  {
    path: '/akun/pengaman',
    who: 'signed-in',
    source: 'src/party/account/authenticator.screen.tsx',
    load: () => import('./account/authenticator.screen.js'),
  },
  {
    path: '/akun/kontak',
    who: 'signed-in',
    source: 'src/party/account/contact.screen.tsx',
    load: () => import('./account/contact.screen.js'),
  },
  {
    path: '/akun/data',
    who: 'signed-in',
    source: 'src/party/account/own-data.screen.tsx',
    load: () => import('./account/own-data.screen.js'),
  },
  {
    path: '/akun/telepon',
    who: ['koperasi'],
    source: 'src/party/account/phone.screen.tsx',
    load: () => import('./account/phone.screen.js'),
  },
  {
    path: '/lupa-sandi',
    who: 'anyone',
    source: 'src/party/account/forgotten.screen.tsx',
    load: () => import('./account/forgotten.screen.js'),
  },
];
