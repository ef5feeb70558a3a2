import { counted } from '../words/counted.js';
import { defineWords } from '../words/words.js';

export const sharesWords = defineWords({
  id: {
    title: 'Pembagian',
    lead: (packs: string, koperasi: string) =>
      `${packs} kemasan dibagi kepada ${koperasi} pemesan menurut aturan yang diumumkan sebelum putaran dibuka.`,
    samePrice: 'Semua membayar harga satuan yang sama, siapa pun pemasoknya.',
    masked:
      'Untuk umum, pemesan ditulis dengan nama samaran: sidik undiannya. Anggota putaran melihat namanya setelah masuk.',
    table: 'Jatah tiap pemesan',
    who: 'Pemesan',
    asked: 'Dipesan',
    got: 'Jatah',
    amount: 'Dibayar',
    receives: 'Diterima',
    saved: 'Hemat dari harga acuan',
    gained: 'Lebih dari harga acuan',
    full: 'Semua pesanan terpenuhi',
    short: (packs: string) =>
      `Kurang ${packs} kemasan dari yang dipesan; dibagi menurut aturan, bukan siapa cepat.`,
    saving: 'di bawah harga acuan',
    gain: 'di atas harga acuan',
    perPack: 'per kemasan',
    draw: 'Cara memeriksa undian',
    drawText:
      'Kalau sisa kemasan tidak bisa dibagi rata, urutan undian yang menentukan. Undian tiap baris pesanan adalah SHA-256 dari nomor putaran dan nomor baris, jadi tidak bisa diatur oleh siapa pun dan bisa dihitung sendiri oleh pemesannya.',
  },
  en: {
    title: 'Shares',
    lead: (packs: string, koperasi: string) =>
      `${counted(packs, 'pack')} shared among ${counted(koperasi, 'order')} by the rule published before the pool opened.`,
    samePrice: 'Everybody pays the same price per unit, whoever delivers.',
    masked:
      'To the public each order stands under a pseudonym: the hash of its draw. Members of the pool see names once signed in.',
    table: 'What each order gets',
    who: 'Order',
    asked: 'Asked',
    got: 'Gets',
    amount: 'Pays',
    receives: 'Receives',
    saved: 'Saved on the reference price',
    gained: 'Above the reference price',
    full: 'Every order is served in full',
    short: (packs: string) =>
      `${counted(packs, 'pack')} short of what was asked; shared by the rule, not by who came first.`,
    saving: 'below the reference price',
    gain: 'above the reference price',
    perPack: 'per pack',
    draw: 'How to check the draw',
    drawText:
      'Where odd packs cannot be shared evenly the draw decides. The draw of each order line is the SHA-256 of the pool’s and the line’s number: nobody can steer it, and whoever ordered can compute it.',
  },
});
