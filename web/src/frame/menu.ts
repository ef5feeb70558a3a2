import type { PartyKind } from '../api/session.js';
import { defineWords } from '../words/words.js';

export const menuWords = defineWords({
  id: {
    home: 'Beranda',
    pools: 'Putaran',
    watch: 'Pengawasan',
    map: 'Peta',
    prices: 'Harga',
    tenders: 'Tender',
    contracts: 'Kontrak',
    send: 'Antar',
    offers: 'Harga janji',
    week: 'Kebutuhan',
    orders: 'Surat pesanan',
    deliveries: 'Kiriman',
    catalog: 'Barang',
    money: 'Uang',
    outbox: 'Kotak keluar',
    queue: 'Antrean',
    parties: 'Pihak',
    people: 'Orang',
    documents: 'Dokumen',
    rules: 'Aturan kami',
    account: 'Akun',
  },
  en: {
    home: 'Home',
    pools: 'Pools',
    watch: 'Oversight',
    map: 'Map',
    prices: 'Prices',
    tenders: 'Tenders',
    contracts: 'Contracts',
    send: 'To deliver',
    offers: 'Standing offers',
    week: 'Requirement',
    orders: 'Purchase orders',
    deliveries: 'Deliveries',
    catalog: 'Goods',
    money: 'Money',
    outbox: 'Outbox',
    queue: 'Queue',
    parties: 'Parties',
    people: 'People',
    documents: 'Documents',
    rules: 'Our rules',
    account: 'Account',
  },
});

export interface MenuEntry {
  readonly path: string;
  readonly name: keyof typeof menuWords.id;
  /** Of which kinds of party it is; the first four of a kind stand in the bar below, the others under "more". */
  readonly kinds: readonly PartyKind[];
}

const everyone: readonly PartyKind[] = [
  ...(['koperasi', 'organiser', 'supplier', 'carrier', 'kitchen', 'observer', 'administrator'] as const),
];

/** Where each kind of party goes from anywhere, in the order of the river. */
export const menu: readonly MenuEntry[] = [
  { path: '/beranda', name: 'home', kinds: everyone },
  { path: '/pengawasan', name: 'watch', kinds: ['observer', 'administrator'] },
  { path: '/tender', name: 'tenders', kinds: ['supplier'] },
  { path: '/kontrak', name: 'contracts', kinds: ['supplier'] },
  { path: '/antar', name: 'send', kinds: ['supplier'] },
  { path: '/harga-janji', name: 'offers', kinds: ['supplier'] },
  { path: '/kebutuhan', name: 'week', kinds: ['kitchen'] },
  { path: '/datang', name: 'deliveries', kinds: ['kitchen'] },
  { path: '/putaran', name: 'pools', kinds: everyone },
  { path: '/peta', name: 'map', kinds: ['observer'] },
  { path: '/harga', name: 'prices', kinds: ['observer'] },
  { path: '/kiriman', name: 'deliveries', kinds: ['koperasi'] },
  { path: '/pesanan-pembelian', name: 'orders', kinds: ['supplier', 'organiser'] },
  { path: '/uang', name: 'money', kinds: ['koperasi', 'organiser', 'supplier', 'kitchen', 'carrier'] },
  { path: '/barang', name: 'catalog', kinds: everyone },
  { path: '/kotak-keluar', name: 'outbox', kinds: ['koperasi'] },
  { path: '/pihak', name: 'parties', kinds: ['organiser', 'administrator'] },
  { path: '/aturan', name: 'rules', kinds: ['organiser'] },
  { path: '/antrean', name: 'queue', kinds: ['organiser', 'administrator'] },
  { path: '/orang', name: 'people', kinds: everyone },
  {
    path: '/dokumen',
    name: 'documents',
    kinds: ['koperasi', 'organiser', 'supplier', 'kitchen', 'carrier'],
  },
  { path: '/akun', name: 'account', kinds: everyone },
];

export const menuOf = (kind: PartyKind): readonly MenuEntry[] =>
  menu.filter(({ kinds }) => kinds.includes(kind));
