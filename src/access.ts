import { allocationAccess } from './access/allocation.js';
import { awardAccess } from './access/award.js';
import { bidAccess } from './access/bid.js';
import { catalogAccess } from './access/catalog.js';
import { deliveryAccess } from './access/delivery.js';
import { kitchenAccess } from './access/kitchen.js';
import { ledgerAccess } from './access/ledger.js';
import { lotAccess } from './access/lot.js';
import { monitoringAccess } from './access/monitoring.js';
import { offerAccess } from './access/offer.js';
import { partyAccess } from './access/party.js';
import { paymentAccess } from './access/payment.js';
import { payoutAccess } from './access/payout.js';
import { platformAccess } from './access/platform.js';
import { poolAccess } from './access/pool.js';
import { quoteAccess } from './access/quote.js';
import { settlementAccess } from './access/settlement.js';
import type { AccessTable } from './platform/auth/allow.js';
import { joinTables } from './platform/auth/join-tables.js';

/** Each stage's rows, for the routes of its own controllers; a law holds both to it. */
export const accessByStage: Readonly<Record<string, AccessTable>> = {
  platform: platformAccess,
  party: partyAccess,
  ledger: ledgerAccess,
  payment: paymentAccess,
  payout: payoutAccess,
  catalog: catalogAccess,
  offer: offerAccess,
  kitchen: kitchenAccess,
  pool: poolAccess,
  lot: lotAccess,
  bid: bidAccess,
  award: awardAccess,
  allocation: allocationAccess,
  delivery: deliveryAccess,
  quote: quoteAccess,
  settlement: settlementAccess,
  monitoring: monitoringAccess,
};

/** One table for guard, documentation and tests: who may call which route. What a route answers, its reader narrows further. */
export const access: AccessTable = joinTables(accessByStage);
