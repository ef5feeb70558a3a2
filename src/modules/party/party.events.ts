import { eventType } from '../../platform/event/event.js';

/** What it had not signed for yet falls from it; what is under way goes on. */
export const PartySuspended = eventType<{ partyId: string }>('PartySuspended');
