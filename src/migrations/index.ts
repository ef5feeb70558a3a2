import { Platform1790000000010 } from './1790000000010-platform.js';
import { Party1790000000020 } from './1790000000020-party.js';
import { Ledger1790000000030 } from './1790000000030-ledger.js';
import { Catalog1790000000040 } from './1790000000040-catalog.js';
import { Kitchen1790000000050 } from './1790000000050-kitchen.js';
import { Pool1790000000060 } from './1790000000060-pool.js';
import { Lot1790000000070 } from './1790000000070-lot.js';
import { Bid1790000000080 } from './1790000000080-bid.js';
import { Award1790000000090 } from './1790000000090-award.js';
import { Allocation1790000000100 } from './1790000000100-allocation.js';
import { Delivery1790000000110 } from './1790000000110-delivery.js';
import { Settlement1790000000120 } from './1790000000120-settlement.js';
import { Monitoring1790000000130 } from './1790000000130-monitoring.js';
import { AwardTerms1790000000210 } from './1790000000210-award-terms.js';
import { Pricing1790000000220 } from './1790000000220-pricing.js';
import { Offer1790000000230 } from './1790000000230-offer.js';
import { Quote1790000000240 } from './1790000000240-quote.js';
import { Distribution1790000000250 } from './1790000000250-distribution.js';
import { Happening1790000000260 } from './1790000000260-happening.js';
import { Rescue1790000000261 } from './1790000000261-rescue.js';
import { Steps1790000000270 } from './1790000000270-steps.js';
import { SupplierIndexes1790000000280 } from './1790000000280-supplier-indexes.js';
import { Consumer1790000000281 } from './1790000000281-consumer.js';
import { AwardShares1790000000290 } from './1790000000290-award-shares.js';
import { Sell1790000000300 } from './1790000000300-sell.js';
import { Statements1790000000310 } from './1790000000310-statements.js';
import { Bounds1790000000320 } from './1790000000320-bounds.js';

/** Every migration in the order it runs: one per stage, in the order of flow.json where keys allow. */
export const migrations = [
  Platform1790000000010,
  Party1790000000020,
  Ledger1790000000030,
  Catalog1790000000040,
  Kitchen1790000000050,
  Pool1790000000060,
  Lot1790000000070,
  Bid1790000000080,
  Award1790000000090,
  Allocation1790000000100,
  Delivery1790000000110,
  Settlement1790000000120,
  Monitoring1790000000130,
  AwardTerms1790000000210,
  Pricing1790000000220,
  Offer1790000000230,
  Quote1790000000240,
  Distribution1790000000250,
  Happening1790000000260,
  Rescue1790000000261,
  Steps1790000000270,
  SupplierIndexes1790000000280,
  Consumer1790000000281,
  AwardShares1790000000290,
  Sell1790000000300,
  Statements1790000000310,
  Bounds1790000000320,
];
