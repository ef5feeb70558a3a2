import type { ScreenRow } from './frame/screen.js';
import { bidScreens } from './bid/screens.js';
import { awardScreens } from './award/screens.js';
import { catalogScreens } from './catalog/screens.js';
import { deliveryScreens } from './delivery/screens.js';
import { frameScreens } from './frame/screens.js';
import { homeScreens } from './home/screens.js';
import { kitchenScreens } from './kitchen/screens.js';
import { monitoringScreens } from './monitoring/screens.js';
import { offerScreens } from './offer/screens.js';
import { offlineScreens } from './offline/screens.js';
import { ledgerScreens } from './ledger/screens.js';
import { partyScreens } from './party/screens.js';
import { paymentScreens } from './payment/screens.js';
import { payoutScreens } from './payout/screens.js';
import { poolScreens } from './pool/screens.js';
import { publicScreens } from './public/screens.js';
import { settlementScreens } from './settlement/screens.js';

/** Every screen, in the order of the river. */
export const screens: readonly ScreenRow[] = [
  ...publicScreens,
  ...frameScreens,
  ...offlineScreens,
  ...homeScreens,
  ...partyScreens,
  ...catalogScreens,
  ...offerScreens,
  ...kitchenScreens,
  ...poolScreens,
  ...bidScreens,
  ...awardScreens,
  ...deliveryScreens,
  ...settlementScreens,
  ...paymentScreens,
  ...payoutScreens,
  ...ledgerScreens,
  ...monitoringScreens,
];
