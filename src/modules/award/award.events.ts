import { eventType } from '../../platform/event/event.js';

/** A second person approved the award; an award of no packs fails its lot instead. */
export const LotAwarded = eventType<{ lotId: string; awardId: string }>('LotAwarded');
