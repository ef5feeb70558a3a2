import { endBidding, placeBid } from './given-bids.js';
import { must } from './must.js';
import { until, type Person, type River } from './river.js';

/**
 * Closes an open pool of one item, and brings its lot to an approved award: who bids what, in `bids`.
 *
 * @returns the lot's id; its suppliers have not signed yet.
 */
export const awardLot = async (
  river: River,
  { officer, chair }: { readonly officer: Person; readonly chair: Person },
  poolId: string,
  bids: readonly (readonly [bidder: Person, terms: object])[],
): Promise<string> => {
  await must(officer.post(`pools/${poolId}/close`, { reason: 'semua sudah pesan' }));
  const lotId = await until('the lot is formed', async () => {
    const { data } = await must<{ data: { id: string }[] }>(officer.get(`pools/${poolId}/lots`));
    return data[0]?.id;
  });
  for (const [bidder, terms] of bids)
    await placeBid(bidder, lotId, { minimumPacks: 0, leadTimeDays: 1, ...terms });
  await endBidding(river, poolId);
  await until('the award is computed', async () => {
    const { status } = await officer.get(`lots/${lotId}/award`);
    return status === 200 ? true : undefined;
  });
  await must(officer.post(`lots/${lotId}/award/propose`));
  await must(chair.post(`lots/${lotId}/award/approve`));
  return lotId;
};
