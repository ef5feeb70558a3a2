import { Injectable } from '@nestjs/common';
import { refuseBid } from '../../core/bid/refusals.js';
import { requireBidder } from '../../core/bid/require-bidder.js';
import { submitSupplierTerms } from '../../core/bid/submit-supplier-terms.js';
import type { SupplierPoolTerms } from '../../core/bid/supplier-terms.js';
import { requireNoCharges } from '../../core/offer/require-improvement.js';
import { chainHead } from '../../platform/audit/chain-head.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { requireSeen } from '../../platform/http/if-match.js';
import { BidStore } from './bid.store.js';
import { LotOfferReader } from './lot-offer.reader.js';
import { ReceiptReader } from './receipt.reader.js';
import { sealSubmission, type Submission } from './seal-submission.js';
import { requireNoHolder } from './committee/require-no-holder.js';
import { SealedBidStore } from './sealed-bid.store.js';
import { SealingKeyReader } from './sealing-key.reader.js';
import type { FreshReceipt } from './submit-bid.action.js';
import { SupplierTermsStore } from './supplier-terms.store.js';

const lots = new LotOfferReader();

/** In one form, as the hash is computed of it. */
const complete = ({
  fixedChargeRp,
  capacityMilli,
  minimumOrderRp,
}: SupplierPoolTerms): SupplierPoolTerms => ({
  fixedChargeRp,
  capacityMilli,
  minimumOrderRp,
});

/** Takes terms over all lots of a pool, sealed like a bid: the first revision, or the next. */
@Injectable()
export class SubmitSupplierTerms {
  constructor(
    private readonly db: Db,
    private readonly keys: SealingKeyReader,
    private readonly bids: BidStore,
    private readonly store: SupplierTermsStore,
    private readonly sealed: SealedBidStore,
    private readonly receipts: ReceiptReader,
  ) {}

  /** @throws Refusal */
  async run(
    personId: string,
    poolId: string,
    supplierId: string,
    submission: Submission<SupplierPoolTerms>,
  ): Promise<FreshReceipt> {
    const key = await this.keys.ofTerms(this.db, poolId);
    const { box, hash, nonce, terms } = await sealSubmission(key, supplierId, submission, complete);
    return this.db.transaction(async (tx) => {
      const deadline = await this.store.holdTenders(tx, poolId);
      // Tendered anew meanwhile: nobody would ever open what is sealed to the old key.
      if ((await this.keys.ofTerms(tx, poolId)).keyId !== key.keyId) throw refuseBid('SEALING_KEY_REPLACED');
      const supplier = await this.bids.bidder(tx, poolId, null, supplierId);
      const { now, current } = await this.sealed.lock(tx, key, supplierId);
      if (supplier !== undefined && deadline !== undefined) requireBidder(supplier.side, supplier);
      await requireNoHolder(tx, poolId, supplierId, personId);
      const side = supplier?.side ?? 'buy';
      const revision = submitSupplierTerms({ side, deadline, supplier, current, terms, hash, now });
      if (revision !== null) {
        requireSeen(current?.revision, submission.seenRevision);
        if (terms !== null && (await lots.isBound(tx, poolId, supplierId))) requireNoCharges(terms);
        const action = revision === 1 ? 'submitted' : 'revised';
        const chain = await chainHead(tx);
        const seal = { keyId: key.keyId, supplierId, revision, action, hash, box, chain } as const;
        await this.sealed.append(tx, { ...seal, madeBy: personId, madeAt: now });
        await writeAudit(tx, {
          actorId: personId,
          action: `supplier-terms-${action}`,
          subjectType: 'pool',
          subjectId: poolId,
          data: { supplierId, revision, hash },
        });
      }
      return { ...(await this.receipts.receiptOf(tx, key.keyId, supplierId)), nonce };
    });
  }
}
