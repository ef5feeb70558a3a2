import { refusals } from '../kernel/refuse.js';

export const refuseMonitoring = refusals({
  REQUIREMENT_LINE_NOT_FOUND: {
    status: 404,
    id: 'Baris kebutuhan ini tidak ada.',
    en: 'There is no such requirement line.',
  },
  AUDITOR_NOT_CONFIGURED: {
    status: 503,
    id: 'Janji tidak dapat diperiksa: DATABASE_AUDITOR_URL belum diatur pada server ini.',
    en: 'The promises cannot be checked: DATABASE_AUDITOR_URL is not set on this server.',
  },
  DELIVERY_NOT_PARKED: {
    status: 409,
    id: 'Kejadian ini tidak sedang diparkir untuk pembaca itu.',
    en: 'This event is not parked for that consumer.',
  },
});
