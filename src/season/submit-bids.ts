import type { LotAnswer } from './demand-answers.js';
import type { AwardAnswer, BidAnswer, BidReceiptAnswer, TenderAnswer } from './supply-answers.js';
import { runAbreast } from './run-abreast.js';
import { counting, type Scene } from './scene.js';
import { CHAIR, OBSERVER } from './sign-in.js';
import { waitUntil } from './wait-until.js';

/** Bidding lasts seconds in a demo: everything at once. */
const BIDS_ABREAST = 24;

/** The lot of a pack. */
const lotOf = (lots: readonly LotAnswer[], packCode: string): LotAnswer => {
  const lot = lots.find((each) => each.packCode === packCode);
  if (lot === undefined) throw new Error(`there is no lot of ${packCode}`);
  return lot;
};

/**
 * Every supplier hands in its bids, which are sealed at once; then the organiser and the observer try to look.
 * @returns how many bids they saw: none, or the seal is broken; and the bidders' receipts.
 */
export const submitBids = async (
  { api, people, plan, tell }: Scene,
  lots: readonly LotAnswer[],
): Promise<{ seenBeforeOpening: number; bidReceipts: readonly BidReceiptAnswer[] }> => {
  const count = counting(tell, 'Pemasok menawar, tersegel (suppliers bid, sealed)', plan.bids.length);
  const bidReceipts = await runAbreast(plan.bids, BIDS_ABREAST, async ({ supplier, packCode, terms }) => {
    const bidder = people.of(supplier);
    const path = `/lots/${lotOf(lots, packCode).id}/bids/${bidder.partyId}`;
    const receipt = await api.call<BidReceiptAnswer>(bidder, 'PUT', path, { body: terms });
    count();
    return receipt;
  });
  const peeks = await Promise.all(
    lots.flatMap(({ id }) =>
      [CHAIR, OBSERVER].map(async (login) => {
        const { data } = await api.call<{ data: BidAnswer[] }>(people.of(login), 'GET', `/lots/${id}/bids`);
        const tender = await api.call<TenderAnswer>(null, 'GET', `/lots/${id}/tender`);
        // A look that came after the opening proves nothing.
        return tender.openedAt === null ? data.length : 0;
      }),
    ),
  );
  return { seenBeforeOpening: peeks.reduce((sum, seen) => sum + seen, 0), bidReceipts };
};

/** Waits for the worker to open the bids at their deadline and to compute each lot's award. */
export const awaitAwards = async (
  { api, people, tell }: Scene,
  lots: readonly LotAnswer[],
): Promise<void> => {
  const step = 'Penawaran dibuka, pemenang dihitung (bids opened, awards computed)';
  await waitUntil(`the awards of ${lots.length} lots are computed`, async () => {
    const awards = await Promise.all(
      lots.map((lot) => api.find<AwardAnswer>(people.of(OBSERVER), `/lots/${lot.id}/award`)),
    );
    const computed = awards.filter((award) => award !== undefined).length;
    tell(step, computed, lots.length);
    return computed === lots.length ? { found: computed } : { seen: `${computed} awards` };
  });
};
