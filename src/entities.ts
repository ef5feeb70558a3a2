import { allocationEntities } from './modules/allocation/index.js';
import { awardEntities } from './modules/award/index.js';
import { bidEntities } from './modules/bid/index.js';
import { catalogEntities } from './modules/catalog/index.js';
import { deliveryEntities } from './modules/delivery/index.js';
import { kitchenEntities } from './modules/kitchen/index.js';
import { ledgerEntities } from './modules/ledger/index.js';
import { lotEntities } from './modules/lot/index.js';
import { monitoringEntities } from './modules/monitoring/index.js';
import { offerEntities } from './modules/offer/index.js';
import { partyEntities } from './modules/party/index.js';
import { paymentEntities } from './modules/payment/index.js';
import { payoutEntities } from './modules/payout/index.js';
import { poolEntities } from './modules/pool/index.js';
import { settlementEntities } from './modules/settlement/index.js';
import { platformEntities } from './platform/platform.entity.js';

/** Every table's entity; a law holds them equal to the schema that the migrations make. */
export const entities = [
  ...platformEntities,
  ...partyEntities,
  ...ledgerEntities,
  ...paymentEntities,
  ...payoutEntities,
  ...catalogEntities,
  ...offerEntities,
  ...kitchenEntities,
  ...poolEntities,
  ...lotEntities,
  ...bidEntities,
  ...awardEntities,
  ...allocationEntities,
  ...deliveryEntities,
  ...settlementEntities,
  ...monitoringEntities,
];
