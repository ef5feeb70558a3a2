import { refuseBid } from '../../core/bid/refusals.js';
import { requireSoundTerms } from '../../core/bid/submit-supplier-terms.js';
import { Refusal } from '../../core/kernel/refuse.js';
import { requireNoCharges } from '../../core/offer/require-improvement.js';
import type { Tx } from '../../platform/db/sql.js';
import type { OpeningKeys } from '../../platform/opening-key/opening-keys.js';
import { findTermsKey } from './find-private-key.js';
import { LotOfferReader } from './lot-offer.reader.js';
import { keepFailure } from './open-bids.js';
import { openSealed } from './open-sealed.js';
import { SealedBidStore } from './sealed-bid.store.js';
import { SupplierTermsBody } from './supplier-terms.dto.js';
import { SupplierTermsStore } from './supplier-terms.store.js';

const lots = new LotOfferReader();
const sealed = new SealedBidStore();
const store = new SupplierTermsStore();

/**
 * Opens suppliers' terms over all lots of a pool, in the transaction that opens its last lot: until then they
 * would tell something of bids that are still sealed. Of two last lots opened at once, the second finds both.
 */
export const openTermsWithLastLot = async (
  tx: Tx,
  openingKeys: OpeningKeys,
  lotId: string,
): Promise<void> => {
  const pool = await store.holdOpening(tx, lotId);
  if (pool.isAnySealed) return;
  const found = await findTermsKey(tx, openingKeys, pool.poolId);
  if (found === undefined) return;
  const { keyId, key } = found;
  for (const revision of await sealed.standing(tx, keyId)) {
    try {
      if (key === null) throw refuseBid('BID_UNDECRYPTABLE');
      const { terms, proof } = await openSealed(key, revision, SupplierTermsBody);
      requireSoundTerms(terms, pool.side);
      if (await lots.isBound(tx, pool.poolId, revision.supplierId)) requireNoCharges(terms);
      const { fixedChargeRp, capacityMilli, minimumOrderRp } = terms;
      const said = { fixedChargeRp, capacityMilli, minimumOrderRp };
      await store.append(tx, { ...revision, ...said, poolId: pool.poolId, proof });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await keepFailure(tx, keyId, revision, error);
    }
  }
};
