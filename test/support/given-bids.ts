import type { Response } from 'supertest';
import { until, type Person, type River } from './river.js';

/** Sends what needs a tender, as soon as there is one: until then the answer is that there is none. */
export const onceBidding = (send: () => Promise<Response>): Promise<Response> =>
  until('bidding is open', async () => {
    const answer = await send();
    return answer.status === 404 ? undefined : answer;
  });

/** Bids for a party's own account, as soon as the lot takes bids. @throws when the bid is refused. */
export const placeBid = async (bidder: Person, lotId: string, terms: object): Promise<void> => {
  const { status, text } = await onceBidding(() => bidder.put(`lots/${lotId}/bids/${bidder.partyId}`, terms));
  if (status !== 200) throw new Error(`no bid on ${lotId}: ${status} ${text}`);
};

/**
 * Lets the deadline of a pool's tenders pass, once all of a story's bids are in. A bidding of seconds would be a race
 * against it on a busy machine.
 */
export const endBidding = async (
  { database: { owner } }: Pick<River, 'database'>,
  poolId: string,
): Promise<void> => {
  const { rowCount } = await owner.query(
    `UPDATE tender SET closes_at = clock_timestamp() FROM lot
     WHERE lot.id = lot_id AND pool_id = $1 AND opened_at IS NULL`,
    [poolId],
  );
  if (rowCount === 0) throw new Error(`no lot of ${poolId} takes bids`);
};
