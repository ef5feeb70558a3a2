import { Injectable } from '@nestjs/common';
import type { CreditTerms } from '../../../core/payment/terms/use-terms.js';
import { refusePayment } from '../../../core/payment/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import { newId } from '../../../platform/new-id.js';

export interface TermsRequest extends CreditTerms {
  readonly buyerId: string;
  /** Left out: at once; never in the past. */
  readonly effectiveFrom?: Date;
}

/** A seller grants a buyer time to pay, from a moment on; what is due already stays due as it is. */
@Injectable()
export class GrantTerms {
  constructor(private readonly db: Db) {}

  run(personId: string, grantorId: string, request: TermsRequest): Promise<string> {
    if (request.kind === 'consignment' && request.days < 1)
      throw refusePayment('CONSIGNMENT_WITHOUT_DAYS', {}, 'days');
    return this.db.transaction(async (tx) => {
      const buyer = await tx.first<{ now: Date }>(
        `SELECT clock_timestamp() AS now FROM party WHERE id = $1 AND kind IN ('koperasi', 'kitchen', 'supplier', 'organiser')
           AND id <> $2`,
        [request.buyerId, grantorId],
      );
      if (buyer === undefined) throw refusePayment('BUYER_UNKNOWN', {}, 'buyerId');
      const id = newId();
      await tx.change(
        `INSERT INTO credit_terms (id, grantor_id, buyer_id, days, limit_rp, effective_from, granted_by, kind)
         VALUES ($1, $2, $3, $4, $5, greatest($6::timestamptz, $7), $8, $9)`,
        [
          id,
          grantorId,
          request.buyerId,
          request.days,
          request.limitRp,
          request.effectiveFrom ?? buyer.now,
          buyer.now,
          personId,
          request.kind ?? 'tempo',
        ],
      );
      await writeAudit(tx, {
        actorId: personId,
        action: 'credit-terms-granted',
        subjectType: 'party',
        subjectId: request.buyerId,
        data: { termsId: id },
      });
      return id;
    });
  }
}
