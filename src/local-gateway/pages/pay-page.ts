import { toString as drawQr } from 'qrcode';
import type { Method, SnapPage, Status, Transaction } from '../book.js';
import { jakarta } from '../jakarta.js';
import { escape, frame, rupiah } from './frame.js';

export const methodNames: Readonly<Record<Method, string>> = {
  bca: 'Virtual account BCA',
  bni: 'Virtual account BNI',
  bri: 'Virtual account BRI',
  permata: 'Virtual account Permata',
  echannel: 'Mandiri Bill',
  qris: 'QRIS',
};

export const statusNames: Readonly<Record<Status, string>> = {
  pending: 'menunggu pembayaran',
  settlement: 'lunas',
  deny: 'ditolak',
  cancel: 'dibatalkan',
  expire: 'kedaluwarsa',
  refund: 'dikembalikan',
  partial_refund: 'dikembalikan sebagian',
};

const numberNames: Readonly<Record<Method, string>> = {
  bca: 'Nomor VA',
  bni: 'Nomor VA',
  bri: 'Nomor VA',
  permata: 'Nomor VA',
  echannel: 'Kode perusahaan 70012, kode bayar',
  qris: 'Isi QRIS',
};

export const pathOf = (tx: Transaction): string => `/bayar/${tx.merchant}/${tx.orderId}`;

const button = (action: string, text: string, quiet = false): string =>
  `<form method="post" action="${escape(action)}"><button${quiet ? ' class="quiet"' : ''}>${escape(text)}</button></form>`;

const fact = (name: string, value: string): string => `<dt>${escape(name)}</dt><dd>${escape(value)}</dd>`;

/** Where a person pays one transaction. */
export const payPage = async (tx: Transaction): Promise<string> => {
  const picture = tx.method === 'qris' ? await drawQr(tx.number, { type: 'svg', margin: 2 }) : '';
  const path = pathOf(tx);
  const actions =
    tx.status === 'pending'
      ? button(`${path}/lunasi`, `Bayar ${rupiah(tx.amountRp)} (pay)`)
      : tx.status === 'expire'
        ? button(`${path}/terlambat`, 'Bayar terlambat (pay late)', true)
        : tx.status === 'settlement' && (tx.method === 'permata' || tx.method === 'echannel')
          ? button(`${path}/tarik`, 'Bank menarik kembali (bank reverses)', true)
          : '';
  return frame(
    methodNames[tx.method],
    `${picture}<dl>${fact('Jumlah (amount)', rupiah(tx.amountRp))}
${fact(numberNames[tx.method], tx.number)}
${fact('Keadaan (status)', `${statusNames[tx.status]} (${tx.status})`)}
${fact('Pembayar (payer)', tx.payerName)}
${fact('Untuk (for)', tx.items.join(', '))}
${fact('Pesanan (order)', tx.orderId)}
${fact('Batas waktu (until), WIB', jakarta(tx.expiresAt))}</dl>${actions}
<p><a href="/">Semua transaksi (all transactions)</a></p>`,
  );
};

/** Snap's page: the payer picks how to pay. */
export const pickPage = (page: SnapPage, open: readonly Method[]): string =>
  frame(
    'Pilih cara bayar (choose how to pay)',
    `<dl>${fact('Jumlah (amount)', rupiah(page.amountRp))}${fact('Pesanan (order)', page.orderId)}</dl>
${open.map((method) => button(`/snap/pilih/${page.token}/${method}`, methodNames[method])).join('\n')}`,
  );
