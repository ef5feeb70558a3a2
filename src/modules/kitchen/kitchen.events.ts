import { eventType } from '../../platform/event/event.js';

export const RequirementPublished = eventType<{ requirementId: string }>('RequirementPublished');
