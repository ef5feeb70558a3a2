import { refusals } from '../kernel/refuse.js';

export const refuseSettlement = refusals({
  INVOICE_NOT_FOUND: { status: 404, id: 'Faktur ini tidak ada.', en: 'There is no such invoice.' },
});
