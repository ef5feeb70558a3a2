import { Module, type DynamicModule } from '@nestjs/common';
import { access } from './access.js';
import { keys } from './keys.js';
import { PlatformModule, type PlatformParts } from './platform/platform.module.js';
import { PartyModule } from './modules/party/index.js';
import { LedgerModule } from './modules/ledger/index.js';
import { PaymentModule } from './modules/payment/index.js';
import { PayoutModule } from './modules/payout/index.js';
import { CatalogModule } from './modules/catalog/index.js';
import { OfferModule } from './modules/offer/index.js';
import { KitchenModule } from './modules/kitchen/index.js';
import { PoolModule } from './modules/pool/index.js';
import { LotModule } from './modules/lot/index.js';
import { BidModule } from './modules/bid/index.js';
import { AwardModule } from './modules/award/index.js';
import { AllocationModule } from './modules/allocation/index.js';
import { DeliveryModule } from './modules/delivery/index.js';
import { QuoteModule } from './modules/quote/index.js';
import { SettlementModule } from './modules/settlement/index.js';
import { MonitoringModule } from './modules/monitoring/index.js';

/** The stages in the order of the flow (flow.json), on the platform. */
@Module({})
export class AppModule {
  static with(parts: PlatformParts): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with({ ...parts, access, keys }),
        PartyModule,
        LedgerModule,
        PaymentModule,
        PayoutModule,
        CatalogModule,
        OfferModule,
        KitchenModule,
        PoolModule,
        LotModule,
        BidModule,
        AwardModule,
        AllocationModule,
        DeliveryModule,
        QuoteModule,
        SettlementModule,
        MonitoringModule,
      ],
    };
  }
}
