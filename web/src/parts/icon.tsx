/** Line drawings on a field of 24 by 24; one path each. */
const drawings = {
  home: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z',
  pools:
    'M4 9c5-5 11-5 16 0M6 8v4M18 8v4M3 12h6c1 4 0 8-1 8H4c-1 0-2-4-1-8zM15 12h6c1 4 0 8-1 8h-4c-1 0-2-4-1-8z',
  account: 'M12 12a4 4 0 100-8 4 4 0 000 8zM4 21c1-5 4-7 8-7s7 2 8 7',
  deliveries: 'M2 6h12v10H2zM14 10h4l4 3v3h-8zM6 19a2 2 0 100-4 2 2 0 000 4zM17 19a2 2 0 100-4 2 2 0 000 4z',
  catalog: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  outbox: 'M4 14l2-9h12l2 9v5H4zM4 14h5l1 2h4l1-2h5M12 11V5M9 8l3-3 3 3',
  money: 'M3 7h18v11H3zM3 11h18M7 15h3',
  minus: 'M5 12h14',
  plus: 'M12 5v14M5 12h14',
  map: 'M9 4L3 6v14l6-2 6 2 6-2V4l-6 2zM9 4v14M15 6v14',
  prices: 'M4 4v16h16M7 15l4-5 3 3 6-7',
  queue: 'M4 6h16M4 12h10M4 18h6M17 15v3l2 2M17 22a4 4 0 100-8 4 4 0 000 8z',
  about: 'M12 21a9 9 0 100-18 9 9 0 000 18zM12 11v6M12 7v.5',
  watch: 'M3 12c4-8 14-8 18 0-4 8-14 8-18 0zM12 15a3 3 0 100-6 3 3 0 000 6z',
  books: 'M5 4h12a2 2 0 012 2v14H7a2 2 0 01-2-2zM5 17a2 2 0 012-1h12M9 8h6',
  tenders: 'M14 4l6 6-3 3-6-6zM11 7l-1 1 6 6 1-1M12 11l-8 8M4 21h10',
  contracts: 'M6 3h9l4 4v14H6zM15 3v4h4M9 12h7M9 16c2-2 3 2 5 0',
  orders: 'M7 4h10v17H7zM9 4V2h6v2M10 9h4M10 13h4M10 17h2',
  send: 'M2 6h12v10H2zM14 10h4l4 3v3h-8zM6 19a2 2 0 100-4 2 2 0 000 4zM17 19a2 2 0 100-4 2 2 0 000 4zM5 11h5M8 9l2 2-2 2',
  coming: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M12 12v5M10 15l2 2 2-2',
  offers: 'M4 12V5h7l9 9-7 7zM8 8.500v.5',
  week: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8 14h3M13 14h3',
  parties: 'M3 20V9l6-4 6 4v11M15 12l6-2v10M2 20h20M8 20v-5h3v5M7 10h1M11 10h1',
  people:
    'M9 11a3.500 3.500 0 100-7 3.500 3.500 0 000 7zM2 20c1-5 4-6 7-6s6 1 7 6M16 4a3.500 3.500 0 010 7M18 14c2 1 3 3 4 6',
  documents: 'M6 3h8l5 5v13H6zM14 3v5h5M9 13h7M9 17h5',
  rules: 'M12 3v17M5 20h14M4 7h16M7 7l-3 7h6zM17 7l-3 7h6z',
  more: 'M5 6h14M5 12h14M5 18h14',
  theme: 'M12 4a8 8 0 100 16zM12 4a8 8 0 010 16',
  next: 'M9 5l7 7-7 7',
  done: 'M5 13l4 4L19 7',
  copy: 'M8 8V4h12v12h-4M4 8h12v12H4z',
} as const;

export type IconName = keyof typeof drawings;

export const Icon = ({ name }: { readonly name: IconName }) => (
  <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={drawings[name]} />
  </svg>
);
