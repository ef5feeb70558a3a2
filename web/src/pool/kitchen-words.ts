import { defineWords } from '../words/words.js';

export const kitchenWords = defineWords({
  id: {
    kitchens: 'Untuk dapur mitra',
    about: 'Masuk sendiri dari kebutuhan mingguan dapur; diubah di sana.',
  },
  en: {
    kitchens: 'For partner kitchens',
    about: 'They come from the weekly requirement of the kitchen, and are changed there.',
  },
});
