import { completeTerms } from '../../core/bid/complete-terms.js';
import { refuseBid } from '../../core/bid/refusals.js';
import { requireWithinLimit, type LotLimit } from '../../core/bid/require-within-limit.js';
import { requireSound } from '../../core/bid/submit-bid.js';
import { Refusal } from '../../core/kernel/refuse.js';
import type { Tx } from '../../platform/db/sql.js';
import { LotReader } from '../lot/index.js';
import { AwardRuleReader } from '../pool/index.js';
import { BidTermsBody } from './bid.dto.js';
import { BidStore } from './bid.store.js';
import type { OpenKey } from './find-private-key.js';
import { openSealed } from './open-sealed.js';
import { requireBetterThanOffer } from './require-better-than-offer.js';
import { SealedBidStore, type SealedRevision } from './sealed-bid.store.js';

const bids = new BidStore();
const sealed = new SealedBidStore();
const lots = new LotReader();
const rules = new AwardRuleReader();

/** A bid that cannot be taken is kept with its reason, for all to see. */
export const keepFailure = async (
  tx: Tx,
  keyId: string,
  revision: SealedRevision,
  { code, text, errors }: Refusal,
): Promise<void> => {
  const faults = errors.length > 0 ? errors : [{ field: '', rule: code, id: text.id, en: text.en }];
  await sealed.insertFailed(tx, keyId, revision, code, faults);
};

/** What the lot's prices are held against. */
const limitOf = async (tx: Tx, lotId: string): Promise<LotLimit> => {
  const lot = await lots.lotById(tx, lotId);
  if (lot === undefined) throw new Error(`there is no lot ${lotId}`);
  const { zoneCodes } = await bids.places(tx, lotId);
  const { freight: tariff } = await rules.ruleOf(tx, lot.poolId);
  return { side: lot.side, limitRpPerUnit: lot.ceilingRpPerUnit, zoneCodes, tariff };
};

const openOne = async (tx: Tx, key: OpenKey, lotId: string, revision: SealedRevision): Promise<void> => {
  const { supplierId, madeBy, madeAt } = revision;
  const { terms, proof } = await openSealed(key, revision, BidTermsBody);
  const bidder = await bids.bidder(tx, null, lotId, supplierId);
  if (bidder === undefined) throw refuseBid('SUPPLIER_NOT_FOUND');
  requireSound(terms, bidder.side, await bids.places(tx, lotId));
  await requireBetterThanOffer(tx, lotId, supplierId, terms);
  const bidId = await bids.keepBid(tx, lotId, supplierId);
  await bids.appendRevision(tx, {
    bidId,
    revision: revision.revision,
    action: revision.action,
    terms: completeTerms(terms),
    madeBy,
    madeAt,
    proof,
  });
  // Only now: one beyond the lot's limit is published too, so that anybody sees by how much, and the award says why.
  requireWithinLimit(terms, await limitOf(tx, lotId));
};

/** A withdrawal takes back what was bid before bids were sealed; where nothing was, nothing is written. */
const openWithdrawal = async (tx: Tx, lotId: string, revision: SealedRevision): Promise<void> => {
  const last = await bids.lastRevision(tx, lotId, revision.supplierId);
  if (last === undefined || last.action === 'withdrawn') return;
  await bids.appendRevision(tx, { ...revision, bidId: last.bidId, terms: null, proof: null });
};

/**
 * Opens what counts of a claimed lot's sealed bids, in the order in which they came: decrypts each, computes its
 * hash again, judges it as it would have been judged in plain text and by the lot's limit, and writes it down. One
 * that fails is kept with its reason. What was taken back or revised stays shut for ever.
 *
 * @returns how many failed.
 */
export const openBids = async (tx: Tx, key: OpenKey, lotId: string): Promise<number> => {
  let failed = 0;
  for (const revision of await sealed.standing(tx, key.keyId)) {
    try {
      if (revision.action === 'withdrawn') await openWithdrawal(tx, lotId, revision);
      else await openOne(tx, key, lotId, revision);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      await keepFailure(tx, key.keyId, revision, error);
      failed += 1;
    }
  }
  return failed;
};
