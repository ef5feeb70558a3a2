import { eventType } from '../../platform/event/event.js';

/** A lot's deadline passed and its sealed bids were opened; `bidCount` may be 0. */
export const BidsOpened = eventType<{ lotId: string; bidCount: number }>('BidsOpened');

/** Nobody could open a lot's bids in time: its bidding began anew. Deposits for it are to be paid back. */
export const TenderBegunAnew = eventType<{ lotId: string; attempt: number }>('TenderBegunAnew');
