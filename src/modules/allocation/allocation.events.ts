import { eventType } from '../../platform/event/event.js';

export const LotAllocated = eventType<{ lotId: string }>('LotAllocated');
