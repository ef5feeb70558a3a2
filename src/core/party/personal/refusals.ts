import { refusals } from '../../kernel/refuse.js';

export const refusePersonal = refusals({
  ERASING_NOT_CONFIRMED: {
    status: 422,
    id: 'Tulis nama masuk Anda sendiri untuk menegaskan penghapusan.',
    en: 'Write your own login to confirm that you want to be erased.',
  },
  LAST_CHAIR_HANDS_OVER_FIRST: {
    status: 409,
    id: 'Anda ketua terakhir dari {parties} pihak; serahkan dulu perannya kepada orang lain.',
    en: 'You are the last chair of {parties} parties: hand that over to somebody else first.',
  },
  ADMINISTRATOR_ERASES_OTHERS: {
    status: 409,
    id: 'Untuk menghapus data Anda sendiri, pakai rute me/erase.',
    en: 'To erase yourself, use the route me/erase.',
  },
});
