import { eventType } from '../../platform/event/event.js';

/** A drop was planned, or has grown: what is to be paid before it is released falls due to be asked for. */
export const DropPlanned = eventType<{ dropId: string }>('DropPlanned');
/** A truck has left with a drop. */
export const DropDispatched = eventType<{ dropId: string }>('DropDispatched');
/** A drop has been counted at the gate: its invoice falls due to be written. */
export const DropReceived = eventType<{ dropId: string }>('DropReceived');
