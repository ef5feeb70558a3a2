import { defineWords } from '../words/words.js';

export const wholeBillWords = defineWords({
  id: {
    title: 'Tagihan per paket',
    about:
      'Bila penyelenggara membeli lalu menjual lagi: satu tagihan pemasok untuk semua yang diterima dari satu paket.',
    from: (name: string) => `dari ${name}`,
    to: (name: string) => `untuk ${name}`,
    dueOn: (day: string) => `jatuh tempo ${day}`,
    'pph-22': 'PPh 22 dipotong',
    'pph-23': 'PPh 23 dipotong',
    taken: (base: string, rate: string, amount: string) => `${rate} dari ${base} = ${amount}`,
    slip: (number: string) => `Bukti potong ${number}`,
    noSlip: 'Bukti potong belum ada',
    slipNumber: 'Nomor bukti potong',
    write: 'Simpan nomor',
    payable: (amount: string) => `Dibayar ${amount}`,
  },
  en: {
    title: 'Bills per lot',
    about: 'Where the organiser buys and resells: one bill of a supplier for all that was accepted of a lot.',
    from: (name: string) => `from ${name}`,
    to: (name: string) => `to ${name}`,
    dueOn: (day: string) => `due ${day}`,
    'pph-22': 'Income tax (PPh 22) withheld',
    'pph-23': 'Income tax (PPh 23) withheld',
    taken: (base: string, rate: string, amount: string) => `${rate} of ${base} = ${amount}`,
    slip: (number: string) => `Withholding slip ${number}`,
    noSlip: 'No withholding slip yet',
    slipNumber: 'Number of the withholding slip',
    write: 'Save the number',
    payable: (amount: string) => `Paid ${amount}`,
  },
});
