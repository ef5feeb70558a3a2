import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { Db } from '../../platform/db/db.js';
import { LOGGER, type Log } from '../../platform/logging/logger.js';
import { Abreast } from '../../platform/schedule/abreast.js';
import { RunsWhenDue, type Scheduled } from '../../platform/schedule/schedule.js';
import { AskStore } from './ask.store.js';
import { TalkToGateway } from './talk-to-gateway.js';

/** Questions under way at once in one worker. */
const ABREAST = 16;

/**
 * Asks the gateway what is due to be asked, without waiting for answers. A worker that dies over a question leaves it, due again as a question for the status.
 */
@Injectable()
@RunsWhenDue('payment.ask-gateway')
export class AskGateway implements Scheduled, BeforeApplicationShutdown {
  private readonly asks = new AskStore();
  private readonly abreast = new Abreast(ABREAST);

  constructor(
    private readonly db: Db,
    private readonly talk: TalkToGateway,
    @Inject(LOGGER) private readonly log: Log,
  ) {}

  async run(): Promise<number> {
    const { free } = this.abreast;
    if (free <= 0) return 0;
    const claimed = await this.db.transaction((tx) => this.asks.claim(tx, free));
    for (const ask of claimed)
      this.abreast.begin(
        () => this.talk.run(ask),
        (error) => this.log.error({ error, paymentId: ask.paymentId }, 'asking the gateway failed'),
      );
    return claimed.length;
  }

  /** Resolves when nothing is under way. */
  rest(): Promise<void> {
    return this.abreast.rest();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.rest();
  }
}
