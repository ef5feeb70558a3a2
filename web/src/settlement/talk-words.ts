import { defineWords } from '../words/words.js';

export const talkWords = defineWords({
  id: {
    title: 'Yang dikatakan tentang selisihnya',
    noneSeller: 'Pembeli belum mengatakan apa-apa. Anda bisa menjelaskan lebih dulu.',
    noneBuyer: 'Belum ada. Tulis apa yang Anda persoalkan; penjual membacanya dan menjawab.',
    answer: 'Penjelasan Anda',
    dispute: 'Apa yang Anda persoalkan?',
    send: 'Kirim',
    acceptTitle: (money: string) => `Bayar juga selisihnya: ${money}`,
    acceptAbout:
      'Selisih menjadi beban penyelenggara, bukan beban koperasi: harga anggota tidak berubah. Perlu disetujui orang kedua.',
    acceptReason: 'Mengapa dibayar juga',
    accept: 'Usulkan untuk dibayar',
    proposed: (money: string) => `Diusulkan: bayar juga ${money}`,
    dropped: 'Usulan gugur: tagihannya sudah berubah saat disetujui',
  },
  en: {
    title: 'What was said about the difference',
    noneSeller: 'The buyer has said nothing yet. You may explain first.',
    noneBuyer: 'Nothing yet. Write what you dispute; the seller reads it and answers.',
    answer: 'Your explanation',
    dispute: 'What do you dispute?',
    send: 'Send',
    acceptTitle: (money: string) => `Pay the difference, too: ${money}`,
    acceptAbout:
      'The organiser bears the difference, not the koperasi: the members’ price does not move. A second person has to approve.',
    acceptReason: 'Why it is paid, too',
    accept: 'Propose to pay it',
    proposed: (money: string) => `Proposed: pay ${money}, too`,
    dropped: 'The proposal lapsed: the bill had changed when it was approved',
  },
});
