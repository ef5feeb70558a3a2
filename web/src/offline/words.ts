import { defineWords } from '../words/words.js';

export const outboxWords = defineWords({
  id: {
    outbox: 'Kotak keluar',
    about:
      'Yang Anda kirim disimpan dulu di HP ini, lalu dikirim sendiri begitu ada sinyal. Tidak ada yang tercatat dua kali.',
    none: 'Kotak keluar kosong',
    noneNext: 'Semua yang Anda kirim sudah diterima server.',
    waiting: 'Menunggu',
    refusedOnes: 'Ditolak server',
    done: 'Sudah diterima',
    sendNow: 'Kirim sekarang',
    drop: 'Hapus dari daftar',
    cancel: 'Batalkan',
    open: 'Buka lagi',
    commitment: 'Pesanan',
    amendment: 'Perubahan pesanan',
    withdrawal: 'Penarikan pesanan',
    dispatch: 'Keberangkatan kiriman',
    receipt: 'Penerimaan barang',
    saved: 'Tersimpan di HP',
    unsaved: 'Belum terkirim',
    noRoom: 'Memori HP penuh: ini tidak tersimpan. Jangan tutup halaman ini sampai server menerimanya.',
    savedAgain: 'Tersimpan di HP, dikirim lagi sendiri',
    sending: 'Terkirim, menunggu jawaban',
    received: (time: string) => `Diterima server ${time}`,
    refused: 'Ditolak server',
    savedAt: (time: string) => `Dicatat ${time}`,
    whatToDo: 'Yang perlu dilakukan',
    onChanged:
      'Sudah diubah orang lain lebih dulu. Buka lagi, lihat keadaannya sekarang, lalu ubah bila masih perlu.',
    onClosed:
      'Putaran ditutup sebelum kiriman ini sampai. Yang berlaku adalah pesanan yang sudah tercatat di server.',
    onReceived:
      'Penerimaan ini sudah dicatat dengan hitungan lain. Cocokkan dengan rekan Anda, lalu hubungi penyelenggara.',
    onLeft:
      'Rekan Anda sudah memberangkatkannya dengan nomor surat jalan lain, dan nomor itulah yang berlaku. Samakan nomor di kertas sopir.',
    onUnpaid:
      'Truk belum boleh berangkat. Bila sudah di jalan, minta sopir kembali, lalu tunggu tanda boleh berangkat.',
    onExists: 'Pesanan untuk barang dan hari ini sudah ada. Buka putaran dan ubah pesanan itu.',
    onOther: 'Buka lagi, perbaiki, lalu kirim ulang.',
    ofOthers: (count: number) =>
      `${String(count)} kiriman orang lain menunggu di HP ini. Kirimannya berangkat begitu ia masuk lagi.`,
  },
  en: {
    outbox: 'Outbox',
    about:
      'What you send is kept on this phone first, and goes by itself as soon as there is a signal. Nothing is counted twice.',
    none: 'The outbox is empty',
    noneNext: 'The server has everything you sent.',
    waiting: 'Waiting',
    refusedOnes: 'Refused by the server',
    done: 'Received',
    sendNow: 'Send now',
    drop: 'Remove from the list',
    cancel: 'Cancel',
    open: 'Open again',
    commitment: 'Order',
    amendment: 'Change of an order',
    withdrawal: 'Withdrawal of an order',
    dispatch: 'Departure of a drop',
    receipt: 'Receipt of goods',
    saved: 'Saved on the phone',
    unsaved: 'Not sent yet',
    noRoom: 'The phone is full: this is not saved. Keep this page open until the server has it.',
    savedAgain: 'Saved on the phone, sent again by itself',
    sending: 'Sent, waiting for the answer',
    received: (time: string) => `Received by the server ${time}`,
    refused: 'Refused by the server',
    savedAt: (time: string) => `Noted ${time}`,
    whatToDo: 'What to do',
    onChanged:
      'Somebody else changed it first. Open it again, see how it stands, and change it if it is still needed.',
    onClosed: 'The pool closed before this arrived. What the server had by then is what counts.',
    onReceived:
      'This receipt was noted with another count. Compare with your colleague, then ask the organiser.',
    onLeft:
      'A colleague let it leave under another delivery note, and that number counts. Put the same number on the driver’s paper.',
    onUnpaid:
      'The truck may not leave yet. If it is on the road, call the driver back, and wait until it may leave.',
    onExists: 'There is an order for this item and day already. Open the pool and change that one.',
    onOther: 'Open it again, mend it, and send it once more.',
    ofOthers: (count: number) =>
      `${String(count)} of somebody else's wait on this phone. They leave as soon as their owner signs in again.`,
  },
});

type Advice = 'onChanged' | 'onClosed' | 'onReceived' | 'onLeft' | 'onUnpaid' | 'onExists' | 'onOther';

const advice: Readonly<Record<string, Advice>> = {
  VERSION_CHANGED: 'onChanged',
  COMMITMENT_WITHDRAWN: 'onChanged',
  POOL_ALREADY_CLOSED: 'onClosed',
  DROP_ALREADY_RECEIVED: 'onReceived',
  DROP_ALREADY_DISPATCHED: 'onLeft',
  DROP_NOT_RELEASED: 'onUnpaid',
  DROP_NOT_ASKED_FOR: 'onUnpaid',
  COMMITMENT_EXISTS: 'onExists',
};

/** What a person does about a refusal, by its code. */
export const adviseOn = (code: string): Advice => advice[code] ?? 'onOther';
