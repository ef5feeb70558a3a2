import { Injectable } from '@nestjs/common';
import { Db } from '../../platform/db/db.js';
import { RunsWhenDue, type Scheduled } from '../../platform/schedule/schedule.js';

const AT_ONCE = 20_000;

/** Adds what was posted lately to the sums of its days, so that a balance never has much of a tail to add up. */
@Injectable()
@RunsWhenDue('ledger.roll-up-postings')
export class RollUpPostings implements Scheduled {
  constructor(private readonly db: Db) {}

  /** @returns how many rows of the tail were rolled up. */
  async run(): Promise<number> {
    const row = await this.db.first<{ rolled: number }>('SELECT roll_up_postings($1) AS rolled', [AT_ONCE]);
    return row?.rolled ?? 0;
  }
}
