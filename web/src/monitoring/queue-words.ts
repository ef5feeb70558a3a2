import { counted } from '../words/counted.js';
import { defineWords } from '../words/words.js';

export const queueWords = defineWords({
  id: {
    title: 'Antrean yang macet',
    about:
      'Pekerjaan sistem yang berkali-kali gagal dan sekarang menunggu orang. Yang lain berjalan terus; tidak ada yang hilang.',
    none: 'Tidak ada yang macet',
    noneNext: 'Semua pekerjaan sistem berjalan sendiri.',
    failed: (count: string) => `Gagal ${count} kali`,
    since: 'Sejak',
    number: 'Nomor kejadian',
    lastError: 'Kesalahan terakhir',
    again: 'Jalankan lagi',
    done: 'Sudah dijalankan lagi',
    whoRedrives: 'Yang menjalankan lagi adalah administrator. Sampaikan nomor kejadiannya.',
  },
  en: {
    title: 'Parked jobs',
    about:
      'Work of the system that failed again and again and now waits for a person. All else goes on; nothing is lost.',
    none: 'Nothing is stuck',
    noneNext: 'All work of the system runs by itself.',
    failed: (count: string) => `Failed ${counted(count, 'time')}`,
    since: 'Since',
    number: 'Number of the event',
    lastError: 'Last error',
    again: 'Run it again',
    done: 'Runs again',
    whoRedrives: 'An administrator runs it again. Tell them the number of the event.',
  },
});
