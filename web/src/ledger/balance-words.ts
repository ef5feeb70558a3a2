import { counted } from '../words/counted.js';
import { defineWords } from '../words/words.js';

export const balanceWords = defineWords({
  id: {
    title: 'Buku seimbang',
    about: 'Semua buku digabung: setiap rupiah yang keluar dari satu pihak masuk ke pihak lain.',
    on: 'Keadaan pada akhir hari',
    onHint: 'Kosongkan untuk melihat keadaan sekarang.',
    balanced: (journals: string) => `${journals} jurnal, selisih Rp0`,
    unbalanced: (amount: string) => `Selisih ${amount}: buku tidak seimbang`,
    debits: 'Debit seluruhnya',
    credits: 'Kredit seluruhnya',
    accounts: 'Per jenis akun',
    account: 'Akun',
    debit: 'Debit',
    credit: 'Kredit',
    balance: 'Saldo',
    checks: 'Pemeriksaan malam',
    none: 'Belum ada jurnal',
  },
  en: {
    title: 'The books balance',
    about: 'All books together: every rupiah that leaves one party arrives at another.',
    on: 'At the end of the day',
    onHint: 'Leave empty for how it stands now.',
    balanced: (journals: string) => `${counted(journals, 'journal')}, Rp0 apart`,
    unbalanced: (amount: string) => `Out by ${amount}: the books do not balance`,
    debits: 'All debits',
    credits: 'All credits',
    accounts: 'By kind of account',
    account: 'Account',
    debit: 'Debit',
    credit: 'Credit',
    balance: 'Balance',
    checks: 'Nightly checks',
    none: 'No journals yet',
  },
});
