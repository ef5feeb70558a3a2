import { RequirementEntity, RequirementLineEntity } from './kitchen.entity.js';

export { KitchenModule } from './kitchen.module.js';
export { KitchenReader, type PublishedLine, type PublishedRequirement } from './kitchen.reader.js';
export { RequirementPublished } from './kitchen.events.js';

export const kitchenEntities = [RequirementEntity, RequirementLineEntity];
