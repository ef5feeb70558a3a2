import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import { RunsWhenDue, type Scheduled } from '../../../platform/schedule/schedule.js';
import { askAboutDues } from '../../payment/index.js';

const AT_A_TIME = 20;

/** Of a pool whose time is up, and which waits, asks the gateway once which deposits under way were paid in time. */
@Injectable()
@RunsWhenDue('pool.ask-deposits')
export class AskDeposits implements Scheduled {
  constructor(private readonly db: Db) {}

  run(): Promise<number> {
    return this.db.transaction(async (tx) => {
      const pools = await tx.rows<{ id: string }>(
        `SELECT id FROM pool WHERE state = 'open' AND closes_at <= clock_timestamp() AND deposit_rate_bps > 0
           AND (deposits_asked_at IS NULL OR deposits_asked_at < closes_at)
         ORDER BY id LIMIT $1 FOR NO KEY UPDATE SKIP LOCKED`,
        [AT_A_TIME],
      );
      for (const { id } of pools) {
        const payments = await askAboutDues(tx, id, 'deposit');
        await tx.change('UPDATE pool SET deposits_asked_at = clock_timestamp() WHERE id = $1', [id]);
        const about = { subjectType: 'pool', subjectId: id, data: { payments } };
        await writeAudit(tx, { actorId: null, action: 'deposits-asked-about', ...about });
      }
      return pools.length;
    });
  }
}
