import { Injectable } from '@nestjs/common';
import { withdrawCommitment } from '../../core/pool/amend-commitment.js';
import { refuseCommitment } from '../../core/pool/commitment-refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { record } from '../../platform/event/record.js';
import { requireVersion } from '../../platform/http/if-match.js';
import { CommitmentStore } from './commitment.store.js';
import { CommitmentWithdrawn } from './pool.events.js';

/** Takes a line out of an open pool; its history stays. Sent again after its answer was lost, it is answered as it stands. */
@Injectable()
export class WithdrawCommitment {
  constructor(
    private readonly db: Db,
    private readonly store: CommitmentStore,
  ) {}

  run(personId: string, poolId: string, lineId: string, seenVersion: number): Promise<number> {
    return this.db.transaction(async (tx) => {
      const pool = await this.store.holdPool(tx, poolId);
      const line = await this.store.lockLine(tx, poolId, lineId);
      if (pool === undefined || line === undefined) throw refuseCommitment('COMMITMENT_NOT_FOUND');
      if (line.state === 'withdrawn' && line.version === seenVersion + 1) return line.version;
      requireVersion(line.version, seenVersion);
      withdrawCommitment(pool, line);
      const version = await this.store.revise(tx, line, 'withdrawn', line, personId);
      await writeAudit(tx, {
        actorId: personId,
        action: 'commitment-withdrawn',
        subjectType: 'commitment',
        subjectId: lineId,
        data: { version },
      });
      await record(tx, CommitmentWithdrawn.of({ poolId, koperasiId: line.koperasiId }));
      return version;
    });
  }
}
