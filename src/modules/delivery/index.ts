import { DeliveryDropEntity, DropLineEntity, DropLineGradeEntity } from './delivery.entity.js';

export { DeliveryModule } from './delivery.module.js';
export { DropDispatched, DropReceived } from './delivery.events.js';
export const deliveryEntities = [DeliveryDropEntity, DropLineEntity, DropLineGradeEntity];
