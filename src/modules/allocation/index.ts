import { AllocationEntity, ShareEntity, SurplusEntity } from './allocation.entity.js';

export { LotAllocated } from './allocation.events.js';
export { AllocationModule } from './allocation.module.js';
export { AllocationReader } from './allocation.reader.js';

export const allocationEntities = [ShareEntity, AllocationEntity, SurplusEntity];
