import { Global, Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { Clock } from './clock.js';
import { CONFIG, type Config } from './config/config.js';
import { Db } from './db/db.js';
import { HealthController } from './health/health.controller.js';
import { HomeController } from './http/home.controller.js';
import { LOGGER, type Log } from './logging/logger.js';
import { RiverWorker } from './worker/river-worker.js';

export interface PlatformParts {
  readonly config: Config;
  readonly log: Log;
  /** Connected already; whoever made it closes it. */
  readonly dataSource: DataSource;
}

/** What every stage stands on; knows no stage. */
@Global()
@Module({})
export class PlatformModule {
  static with({ config, log, dataSource }: PlatformParts): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DiscoveryModule],
      controllers: [HealthController, HomeController],
      providers: [
        Clock,
        Db,
        RiverWorker,
        { provide: CONFIG, useValue: config },
        { provide: LOGGER, useValue: log },
        { provide: DataSource, useValue: dataSource },
      ],
      exports: [Clock, Db, CONFIG, LOGGER],
    };
  }
}
