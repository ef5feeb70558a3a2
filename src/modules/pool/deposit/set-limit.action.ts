import { Injectable } from '@nestjs/common';
import { liesIn } from '../../../core/party/lies-in.js';
import { refuseParty } from '../../../core/party/refusals.js';
import { refuseDeposit } from '../../../core/pool/deposit/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import { newId } from '../../../platform/new-id.js';

export interface LimitRequest {
  readonly koperasiId: string;
  /** Null lifts the limit. */
  readonly limitRp: number | null;
  /** Left out: at once. Never in the past: what was refused or taken stays judged as it was. */
  readonly effectiveFrom?: Date;
}

interface Pair {
  readonly kind: string;
  readonly regionCode: string | null;
  readonly koperasiKind: string | null;
  readonly koperasiRegion: string | null;
  readonly now: Date;
}

/** An organiser says how much a koperasi of its region may order and owe at most. */
@Injectable()
export class SetLimit {
  constructor(private readonly db: Db) {}

  run(personId: string, organiserId: string, request: LimitRequest): Promise<string> {
    return this.db.transaction(async (tx) => {
      const pair = await tx.first<Pair>(
        `SELECT organiser.kind, organiser.region_code, koperasi.kind AS koperasi_kind,
           koperasi.region_code AS koperasi_region, clock_timestamp() AS now
         FROM party AS organiser LEFT JOIN party AS koperasi ON koperasi.id = $2 WHERE organiser.id = $1`,
        [organiserId, request.koperasiId],
      );
      if (pair === undefined) throw refuseParty('PARTY_NOT_FOUND');
      const { kind, regionCode, koperasiKind, koperasiRegion, now } = pair;
      if (kind !== 'organiser') throw refuseDeposit('NOT_AN_ORGANISER');
      if (koperasiKind !== 'koperasi') throw refuseDeposit('NOT_A_KOPERASI', {}, 'koperasiId');
      if (regionCode === null || koperasiRegion === null || !liesIn(koperasiRegion, regionCode))
        throw refuseDeposit('KOPERASI_OUT_OF_REACH', {}, 'koperasiId');
      const id = newId();
      const from = request.effectiveFrom ?? now;
      await tx.change(
        `INSERT INTO exposure_limit (id, organiser_id, koperasi_id, limit_rp, effective_from, set_by)
         VALUES ($1, $2, $3, $4, greatest($5::timestamptz, $6), $7)`,
        [id, organiserId, request.koperasiId, request.limitRp, from, now, personId],
      );
      await writeAudit(tx, {
        actorId: personId,
        action: 'exposure-limit-set',
        subjectType: 'party',
        subjectId: request.koperasiId,
        data: { limitId: id },
      });
      return id;
    });
  }
}
