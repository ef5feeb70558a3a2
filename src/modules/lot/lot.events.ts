import { eventType } from '../../platform/event/event.js';

/** One per pool; `lotIds` is empty when no line was accepted. */
export const LotsFormed = eventType<{ poolId: string; lotIds: string[] }>('LotsFormed');
export const LotFailed = eventType<{ lotId: string; reason: string }>('LotFailed');
