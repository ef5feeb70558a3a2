import { eventType } from '../../platform/event/event.js';

/** A lot's deadline passed and its sealed bids were opened; `bidCount` may be 0. */
export const BidsOpened = eventType<{ lotId: string; bidCount: number }>('BidsOpened');
