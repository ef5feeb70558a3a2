import { eventType } from '../../../platform/event/event.js';

/** Somebody asked for a one-time code. */
export const ResetAsked = eventType<{ codeId: string }>('ResetAsked');
