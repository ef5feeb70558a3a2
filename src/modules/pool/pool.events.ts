import { eventType } from '../../platform/event/event.js';

export const PoolOpened = eventType<{ poolId: string }>('PoolOpened');
export const PoolClosed = eventType<{ poolId: string }>('PoolClosed');
export const CommitmentsPlaced = eventType<{ poolId: string; koperasiId: string }>('CommitmentsPlaced');
export const CommitmentAmended = eventType<{ poolId: string; koperasiId: string }>('CommitmentAmended');
export const CommitmentWithdrawn = eventType<{ poolId: string; koperasiId: string }>('CommitmentWithdrawn');
