import { Module } from '@nestjs/common';
import { AwardModule } from '../award/index.js';
import { PoolModule } from '../pool/index.js';
import { GatherMeter } from './gather-meter.js';
import { MeterEngine } from './meter-engine.js';
import { MeterReader } from './meter.reader.js';
import { Meters } from './meters.js';
import { QuoteCommitment } from './quote-commitment.js';
import { QuoteController } from './quote.controller.js';

@Module({
  imports: [AwardModule, PoolModule],
  controllers: [QuoteController],
  providers: [GatherMeter, MeterEngine, MeterReader, Meters, QuoteCommitment],
})
export class QuoteModule {}
