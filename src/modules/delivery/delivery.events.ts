import { eventType } from '../../platform/event/event.js';

/** A truck has left with a drop: its payment request falls due to be written. */
export const DropDispatched = eventType<{ dropId: string }>('DropDispatched');
/** A drop has been counted at the gate: its invoice falls due to be written. */
export const DropReceived = eventType<{ dropId: string }>('DropReceived');
