import { defineWords } from '../words/words.js';

export const payoutAccountWords = defineWords({
  id: {
    title: 'Akun bayar keluar',
    about:
      'Dengan akun Midtrans Payouts, pembayaran yang disetujui dua orang dikirim sendiri oleh sistem. Tanpa akun, Anda mentransfer sendiri lalu mencatat buktinya.',
    none: 'Belum dipasang',
    noneText: 'Bayar keluar dilakukan lewat transfer bank oleh bendahara.',
    setUp: 'Terpasang',
    setAt: (time: string) =>
      `Kunci terakhir diganti ${time}. Kuncinya tersegel dan tidak pernah ditampilkan.`,
    chairOnly: 'Hanya ketua yang mengganti kunci.',
    makerKey: 'Kunci pembuat',
    makerHint: 'Dari halaman Midtrans Payouts, peran pembuat (maker).',
    approverKey: 'Kunci penyetuju',
    approverHint: 'Harus berbeda dari kunci pembuat.',
    merchantKey: 'Kunci merchant',
    merchantHint: 'Untuk memeriksa kabar dari Midtrans.',
    save: 'Simpan kunci',
    replace: 'Ganti kunci',
    saved: 'Kunci tersimpan',
  },
  en: {
    title: 'Payout account',
    about:
      'With a Midtrans Payouts account, payouts that two people approved are sent by the system. Without one you transfer yourself and record the proof.',
    none: 'Not set up',
    noneText: 'Payouts are made by the treasurer’s bank transfer.',
    setUp: 'Set up',
    setAt: (time: string) => `Keys last changed ${time}. They are sealed and never shown.`,
    chairOnly: 'Only the chair changes keys.',
    makerKey: 'Maker’s key',
    makerHint: 'From Midtrans Payouts, of the role maker.',
    approverKey: 'Approver’s key',
    approverHint: 'Has to be another than the maker’s.',
    merchantKey: 'Merchant key',
    merchantHint: 'For checking what Midtrans tells us.',
    save: 'Save the keys',
    replace: 'Change the keys',
    saved: 'The keys are saved',
  },
});
