import { Injectable } from '@nestjs/common';
import { amendCommitment } from '../../core/pool/amend-commitment.js';
import type { LineTerms } from '../../core/pool/place-commitments.js';
import type { PoolSide } from '../../core/pool/side.js';
import { refuseCommitment } from '../../core/pool/commitment-refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { record } from '../../platform/event/record.js';
import { requireVersion } from '../../platform/http/if-match.js';
import { requireWithinLimit } from './deposit/require-within-limit.js';
import { CommitmentStore, type LockedLine } from './commitment.store.js';
import { CommitmentAmended } from './pool.events.js';

/** Whoever asks for less is heard also above a limit. */
const asksMore = (line: LockedLine, terms: LineTerms): boolean =>
  line.state === 'withdrawn' ||
  terms.quantityPacks > line.quantityPacks ||
  terms.tolerancePacks > line.tolerancePacks ||
  (terms.maxLandedRp ?? Infinity) > (line.maxLandedRp ?? Infinity);

/** Changes a standing line; of two officers who saw the same version one wins and the other looks again. */
@Injectable()
export class AmendCommitment {
  constructor(
    private readonly db: Db,
    private readonly store: CommitmentStore,
  ) {}

  run(
    personId: string,
    poolId: string,
    lineId: string,
    seenVersion: number,
    amendment: Partial<LineTerms> & { readonly limitSides?: readonly PoolSide[] },
  ): Promise<number> {
    return this.db.transaction(async (tx) => {
      const pool = await this.store.holdPool(tx, poolId);
      const line = await this.store.lockLine(tx, poolId, lineId);
      if (pool === undefined || line === undefined) throw refuseCommitment('COMMITMENT_NOT_FOUND');
      requireVersion(line.version, seenVersion);
      const terms = amendCommitment(pool, line, amendment);
      if (asksMore(line, terms))
        await requireWithinLimit(
          tx,
          poolId,
          line.koperasiId,
          [{ itemId: line.itemId, ...terms }],
          () => '',
          lineId,
        );
      const version = await this.store.revise(tx, line, 'active', terms, personId);
      await writeAudit(tx, {
        actorId: personId,
        action: 'commitment-amended',
        subjectType: 'commitment',
        subjectId: lineId,
        data: { version },
      });
      await record(tx, CommitmentAmended.of({ poolId, koperasiId: line.koperasiId }));
      return version;
    });
  }
}
