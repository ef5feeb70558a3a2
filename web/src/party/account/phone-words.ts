import { defineWords } from '../../words/words.js';

export const phoneWords = defineWords({
  id: {
    title: 'Telepon koperasi',
    about:
      'Nomor kantor atau pengurus yang boleh dihubungi. Hanya penyelenggara putaran di daerah Anda yang melihatnya, misalnya saat hari tutup.',
    field: 'Nomor telepon atau WhatsApp',
    hint: 'Misalnya 0812-3456-7890. Kosongkan untuk menghapusnya.',
  },
  en: {
    title: 'Telephone of the koperasi',
    about:
      'A number of the office or an officer that may be called. Only organisers of pools in your region see it, on the day a pool closes for instance.',
    field: 'Telephone or WhatsApp number',
    hint: 'For instance 0812-3456-7890. Leave empty to remove it.',
  },
});
