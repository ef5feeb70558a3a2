import { LotEntity, LotMembershipEntity, LotZoneEntity } from './lot.entity.js';

export { buyersOf, tellLot, type LotFacts } from './tell-lot.js';
export { releaseLotLines } from './release-lot-lines.js';
export { advanceLot } from './advance-lot.js';
export { LotFailed, LotsFormed } from './lot.events.js';
export { LotModule } from './lot.module.js';
export { LotReader, type LotRow } from './lot.reader.js';

export const lotEntities = [LotEntity, LotZoneEntity, LotMembershipEntity];
