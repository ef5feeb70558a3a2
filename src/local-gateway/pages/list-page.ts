import type { Book } from '../book.js';
import { escape, frame, rupiah } from './frame.js';
import { methodNames, pathOf, statusNames } from './pay-page.js';

const SHOWN = 200;

/** All transactions, the newest first, and a field for the number a person was given. */
export const listPage = (book: Book): string => {
  const rows = book.transactions
    .slice(-SHOWN)
    .reverse()
    .map(
      (
        tx,
      ) => `<tr><td><a href="${escape(pathOf(tx))}">${escape(tx.orderId)}</a><br>${methodNames[tx.method]}<br>
<small>${escape(tx.payerName)}</small></td><td>${rupiah(tx.amountRp)}<br>${statusNames[tx.status]}</td></tr>`,
    );
  return frame(
    'Gerbang bayar lokal (local payment gateway)',
    `<form method="get" action="/cari"><label for="nomor">Nomor VA, kode bayar, atau pesanan (number or order)</label>
<input id="nomor" name="nomor" autocomplete="off" required><button>Cari (find)</button></form>
<table><thead><tr><th>Transaksi</th><th>Jumlah</th></tr></thead><tbody>
${rows.join('\n') || '<tr><td colspan="2">Belum ada (none yet)</td></tr>'}</tbody></table>`,
  );
};

export const notFoundPage = (): string =>
  frame('Tidak ditemukan (not found)', '<p><a href="/">Semua transaksi (all transactions)</a></p>');
