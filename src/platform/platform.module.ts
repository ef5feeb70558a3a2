import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { ACCESS_TABLE, type AccessTable } from './auth/allow.js';
import { AuditController } from './audit/audit.controller.js';
import { Clock } from './clock.js';
import { CONFIG, type Config } from './config/config.js';
import { AUDITOR, type Auditor } from './db/auditor.js';
import { Db } from './db/db.js';
import { BoardController } from './edge/board.controller.js';
import { Metrics } from './edge/metrics.js';
import { StreamGate } from './edge/stream-gate.js';
import { GATEWAY } from './gateway/gateway.js';
import { chooseMidtrans } from './gateway/midtrans/choose-midtrans.js';
import { MidtransPayouts } from './gateway/midtrans/midtrans-payouts.js';
import { PAYOUT_GATEWAY } from './gateway/payouts.js';
import { MidtransGateway } from './gateway/midtrans/midtrans-gateway.js';
import { HealthController } from './health/health.controller.js';
import { KEY_TABLE, type KeyTable } from './idempotency/key-table.js';
import { RemoveOldKeys } from './idempotency/remove-old-keys.js';
import { LOGGER, type Log } from './logging/logger.js';
import { chooseMessenger } from './messenger/choose-messenger.js';
import { Messenger } from './messenger/messenger.js';
import { OpeningKeys } from './opening-key/opening-keys.js';
import { chooseSecretKey } from './secret/choose-secret-key.js';
import { SecretKey } from './secret/secret-key.js';
import { RiverWorker } from './worker/river-worker.js';

export interface PlatformParts {
  readonly config: Config;
  readonly log: Log;
  /** Connected already; whoever made it closes it. */
  readonly dataSource: DataSource;
  /** The worker's; a process without never opens a bid. */
  readonly openingKeys?: OpeningKeys;
  readonly auditor?: Auditor;
}

export interface PlatformRules {
  readonly access: AccessTable;
  readonly keys: KeyTable;
}

/** What every stage stands on; knows no stage. */
@Global()
@Module({})
export class PlatformModule {
  static with({
    config,
    log,
    dataSource,
    openingKeys = OpeningKeys.none,
    auditor,
    access,
    keys,
  }: PlatformParts & PlatformRules): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      controllers: [AuditController, BoardController, HealthController],
      providers: [
        Clock,
        Db,
        Metrics,
        RiverWorker,
        RemoveOldKeys,
        StreamGate,
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useValue: log },
        { provide: DataSource, useValue: dataSource },
        { provide: OpeningKeys, useValue: openingKeys },
        { provide: AUDITOR, useValue: auditor },
        { provide: ACCESS_TABLE, useValue: access },
        { provide: KEY_TABLE, useValue: keys },
        { provide: GATEWAY, useFactory: () => new MidtransGateway(chooseMidtrans(config)) },
        { provide: PAYOUT_GATEWAY, useFactory: () => new MidtransPayouts(chooseMidtrans(config)) },
        { provide: SecretKey, useFactory: () => chooseSecretKey(config) },
        { provide: Messenger, useFactory: () => chooseMessenger(config, log) },
      ],
      exports: [
        Clock,
        Db,
        Metrics,
        StreamGate,
        AUDITOR,
        GATEWAY,
        PAYOUT_GATEWAY,
        CONFIG,
        LOGGER,
        OpeningKeys,
        ACCESS_TABLE,
        KEY_TABLE,
        SecretKey,
        Messenger,
      ],
    };
  }
}
