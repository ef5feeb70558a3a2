import { refusals } from '../kernel/refuse.js';

export const refuseQuote = refusals({
  QUOTE_WITHOUT_KOPERASI: { status: 404, id: 'Koperasi ini tidak ada.', en: 'There is no such koperasi.' },
});
