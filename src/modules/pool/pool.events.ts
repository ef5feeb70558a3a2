import { eventType } from '../../platform/event/event.js';

export const PoolOpened = eventType<{ poolId: string }>('PoolOpened');
export const PoolClosed = eventType<{ poolId: string }>('PoolClosed');
/** A pool that ends at its close with nothing left to buy; its lines are refused, with reasons. */
export const PoolCancelled = eventType<{ poolId: string }>('PoolCancelled');
/** An item that missed its minimum is given up: its lines are released, or have moved to other pools. */
export const ItemCancelled = eventType<{ poolId: string; itemId: string }>('ItemCancelled');
/** The last of a closed pool's lots has come to its end. */
export const PoolSettled = eventType<{ poolId: string }>('PoolSettled');
/** Lines of a pool with deposits bind nobody any more. */
export const LinesReleased = eventType<{ poolId: string }>('LinesReleased');
/** A koperasi consents to carry a deposit that goes back on to another pool. */
export const DepositCarryAsked = eventType<{ carryId: string }>('DepositCarryAsked');
/** An organiser wrote down an order for a koperasi, which is to confirm it. */
export const OrderEntered = eventType<{ orderId: string }>('OrderEntered');
export const CommitmentsPlaced = eventType<{ poolId: string; koperasiId: string }>('CommitmentsPlaced');
export const CommitmentAmended = eventType<{ poolId: string; koperasiId: string }>('CommitmentAmended');
export const CommitmentWithdrawn = eventType<{ poolId: string; koperasiId: string }>('CommitmentWithdrawn');
