import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import { eachAlone } from '../../../platform/schedule/each-alone.js';
import { RunsWhenDue, type Scheduled } from '../../../platform/schedule/schedule.js';
import { askAboutDues } from '../../payment/index.js';

const AT_A_TIME = 20;
const WAITS = `state = 'open' AND closes_at <= clock_timestamp() AND deposit_rate_bps > 0
  AND (deposits_asked_at IS NULL OR deposits_asked_at < closes_at)`;

/** Of a pool whose time is up, and which waits, asks the gateway once which deposits under way were paid in time. */
@Injectable()
@RunsWhenDue('pool.ask-deposits')
export class AskDeposits implements Scheduled {
  constructor(private readonly db: Db) {}

  /** @returns of how many pools. @throws AggregateError when some could not be asked about, after all were tried. */
  run(): Promise<number> {
    return eachAlone({
      due: async (limit) => {
        const rows = await this.db.rows<{ id: string }>(
          `SELECT id FROM pool WHERE ${WAITS} ORDER BY id LIMIT $1`,
          [limit],
        );
        return rows.map(({ id }) => id);
      },
      atOnce: AT_A_TIME,
      take: (poolId) => this.ask(poolId),
      failing: 'pools’ deposits could not be asked about',
    });
  }

  private ask(poolId: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const claimed = await tx.first(
        `SELECT id FROM pool WHERE id = $1 AND ${WAITS} FOR NO KEY UPDATE SKIP LOCKED`,
        [poolId],
      );
      if (claimed === undefined) return false;
      const payments = await askAboutDues(tx, poolId, 'deposit');
      await tx.change('UPDATE pool SET deposits_asked_at = clock_timestamp() WHERE id = $1', [poolId]);
      const about = { subjectType: 'pool', subjectId: poolId, data: { payments } };
      await writeAudit(tx, { actorId: null, action: 'deposits-asked-about', ...about });
      return true;
    });
  }
}
