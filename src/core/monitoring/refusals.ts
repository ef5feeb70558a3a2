import { refusals } from '../kernel/refuse.js';

export const refuseMonitoring = refusals({
  REQUIREMENT_LINE_NOT_FOUND: {
    status: 404,
    id: 'Baris kebutuhan ini tidak ada.',
    en: 'There is no such requirement line.',
  },
  DELIVERY_NOT_PARKED: {
    status: 409,
    id: 'Kejadian ini tidak sedang diparkir untuk pembaca itu.',
    en: 'This event is not parked for that consumer.',
  },
});
