import { refusals } from '../core/kernel/refuse.js';

export const refuseSeed = refusals({
  REGION_NOT_KNOWN: {
    status: 404,
    id: 'Belum ada data wilayah {code}; yang ada: {known}.',
    en: 'There is no data for region {code}; known are: {known}.',
  },
});
