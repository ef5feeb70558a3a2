import { defineWords } from '../words/words.js';

export const poolTermsWords = defineWords({
  id: {
    title: 'Syarat untuk semua paket',
    about: 'Berlaku untuk semua paket Anda di putaran ini bersama-sama. Boleh dikosongkan.',
    bound: 'Satu truk untuk beberapa barang? Tulis syarat yang berlaku untuk semua paket satu putaran.',
    fixed: 'Biaya tetap (Rp), sekali',
    fixedHint: 'Hanya ditagih bila Anda mendapat sesuatu, berapa pun paketnya. Misalnya ongkos satu truk.',
    capacity: 'Paling banyak, semua paket',
    capacityHint: 'Dalam kg atau liter, semuanya dijumlah. Kosongkan bila tidak dibatasi.',
    capacityUnit: 'kg atau liter',
    minimum: 'Nilai pesanan paling sedikit (Rp)',
    minimumHint:
      'Bila yang jatuh kepada Anda kurang dari ini, Anda tidak mendapat apa pun. Isi 0 bila berapa pun boleh.',
    seal: 'Kunci dan kirim syarat',
    revise: 'Kunci dan ganti syarat',
    sealed: 'Syarat langsung dikunci bersama penawaran, sampai paket terakhir dibuka.',
    has: (count: string, time: string) =>
      `Anda sudah mengirim syarat (yang ke-${count}, ${time}). Yang baru menggantikannya.`,
    kept: 'Syarat terkunci',
    hash: 'Sidik syarat',
    early: 'Belum waktunya: syarat ditulis setelah putaran ditutup dan penawaran diminta.',
    over: 'Sudah lewat waktunya: penawaran pertama putaran ini sudah ditutup.',
    sealedHere:
      'Syarat dikunci di HP ini. Server tidak bisa membacanya sebelum dua pemegang kunci membukanya bersama.',
    toBid: 'Tawar paketnya',
  },
  en: {
    title: 'Terms over all lots',
    about: 'They hold for all your lots of this pool together. They may be left empty.',
    bound: 'One truck for several goods? Write terms that hold for all lots of a pool.',
    fixed: 'Fixed charge (Rp), once',
    fixedHint: 'Asked only if you get anything at all, however many lots. The cost of one truck, say.',
    capacity: 'At most, over all lots',
    capacityHint: 'In kg or litres, added up. Leave it empty for no limit.',
    capacityUnit: 'kg or litres',
    minimum: 'Least value of an order (Rp)',
    minimumHint: 'Where less than this falls to you, you get nothing. 0 if anything will do.',
    seal: 'Seal and send the terms',
    revise: 'Seal and replace the terms',
    sealed: 'Terms are sealed at once, as bids are, until the last lot is opened.',
    has: (count: string, time: string) =>
      `You have sent terms (number ${count}, ${time}). New ones replace them.`,
    kept: 'Terms are sealed',
    hash: 'Hash of the terms',
    early: 'Not yet: terms are written once the pool is closed and bids are asked for.',
    over: 'Too late: the first bids of this pool are closed.',
    sealedHere:
      'The terms are sealed on this phone. The server cannot read them before two key holders open them together.',
    toBid: 'Bid for its lots',
  },
});
