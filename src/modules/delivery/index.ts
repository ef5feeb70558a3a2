import { DeliveryDropEntity, DropLineEntity } from './delivery.entity.js';

export { DeliveryModule } from './delivery.module.js';
export { DropDispatched, DropReceived } from './delivery.events.js';
export const deliveryEntities = [DeliveryDropEntity, DropLineEntity];
