import { eventType } from '../../platform/event/event.js';

export const PoolOpened = eventType<{ poolId: string }>('PoolOpened');
export const PoolClosed = eventType<{ poolId: string }>('PoolClosed');
/** A pool that ends at its close with nothing left to buy; its lines are refused, with reasons. */
export const PoolCancelled = eventType<{ poolId: string }>('PoolCancelled');
/** An item that missed its minimum is given up: its lines are released, or have moved to other pools. */
export const ItemCancelled = eventType<{ poolId: string; itemId: string }>('ItemCancelled');
export const CommitmentsPlaced = eventType<{ poolId: string; koperasiId: string }>('CommitmentsPlaced');
export const CommitmentAmended = eventType<{ poolId: string; koperasiId: string }>('CommitmentAmended');
export const CommitmentWithdrawn = eventType<{ poolId: string; koperasiId: string }>('CommitmentWithdrawn');
