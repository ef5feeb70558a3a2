import { Injectable } from '@nestjs/common';
import { Db } from '../../../platform/db/db.js';
import { RunsWhenDue, type Scheduled } from '../../../platform/schedule/schedule.js';

/** Removes what no longer counts: failures after two days, known pairs after 90, codes a day after they expired. */
@Injectable()
@RunsWhenDue('party.forget-attempts')
export class ForgetAttempts implements Scheduled {
  constructor(private readonly db: Db) {}

  async run(): Promise<number> {
    const tallies = await this.db.change(
      `DELETE FROM attempt_tally WHERE (gate, key_hash) IN (
         SELECT gate, key_hash FROM attempt_tally
         WHERE forget_at < clock_timestamp() ORDER BY forget_at LIMIT 500 FOR UPDATE SKIP LOCKED)`,
    );
    const codes = await this.db.change(
      `DELETE FROM one_time_code WHERE id IN (
         SELECT id FROM one_time_code WHERE expires_at < clock_timestamp() - interval '1 day' LIMIT 500 FOR UPDATE SKIP LOCKED)`,
    );
    return tallies + codes;
  }
}
