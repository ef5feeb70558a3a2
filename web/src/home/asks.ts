import { awardAsks } from '../award/asks.js';
import { bidAsks } from '../bid/asks.js';
import { deliveryAsks } from '../delivery/asks.js';
import type { AskRow } from '../frame/ask-row.js';
import { kitchenAsks } from '../kitchen/asks.js';
import { paymentAsks } from '../payment/asks.js';
import { latePartyAsks, partyAsks } from '../party/asks.js';
import { poolAsks } from '../pool/asks.js';
import { settlementAsks } from '../settlement/asks.js';

/** All that can need somebody today, the most urgent first; each stage adds its own. */
export const asks: readonly AskRow[] = [
  ...partyAsks,
  ...bidAsks,
  ...awardAsks,
  ...deliveryAsks,
  ...kitchenAsks,
  ...settlementAsks,
  ...paymentAsks,
  ...poolAsks,
  ...latePartyAsks,
];
