import { DeliveryDropEntity, DropLineEntity, DropLineGradeEntity } from './delivery.entity.js';

export { DeliveryModule } from './delivery.module.js';
export { DropDispatched, DropPlanned, DropReceived } from './delivery.events.js';
export { releaseDrop } from './release-drop.js';
export { takeBackPacks } from './take-back-packs.js';
export const deliveryEntities = [DeliveryDropEntity, DropLineEntity, DropLineGradeEntity];
