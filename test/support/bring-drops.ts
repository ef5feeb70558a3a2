import { must } from './must.js';
import { until, type Person } from './river.js';

interface Shipped {
  readonly lineId: string;
  readonly shippedPacks: number;
}

/** Of each line what a receiver counts: all of it has come but for so many packs, which are missing. */
export const countCome = (lines: readonly Shipped[], missingOfAll = 0) => {
  let left = missingOfAll;
  return lines.map(({ lineId, shippedPacks }) => {
    const missingPacks = Math.min(left, shippedPacks);
    left -= missingPacks;
    return {
      ...{ lineId, acceptedPacks: shippedPacks - missingPacks, missingPacks },
      ...{ quarantinedPacks: 0, damagedPacks: 0 },
    };
  });
};

/**
 * Sends drops that may leave, and counts them at their gates: who of `people` is the sender or the receiver does it.
 * `missing` says of each how many packs never came.
 */
export const bringDrops = async <Drop extends { readonly id: string }>(
  reader: Person,
  people: readonly Person[],
  drops: readonly Drop[],
  missing: (drop: Drop) => number = () => 0,
): Promise<void> => {
  for (const [place, drop] of drops.entries()) {
    const { senderId, receiverId, lines } = await must<{
      senderId: string;
      receiverId: string;
      lines: readonly Shipped[];
    }>(reader.get(`drops/${drop.id}`));
    const sender = people.find(({ partyId }) => partyId === senderId);
    const receiver = people.find(({ partyId }) => partyId === receiverId);
    if (!sender || !receiver) throw new Error('a drop of somebody else');
    await must(sender.post(`drops/${drop.id}/dispatch`, { deliveryNote: `SJ-${place}` }));
    await must(receiver.post(`drops/${drop.id}/receipt`, { lines: countCome(lines, missing(drop)) }));
  }
};

export const untilSettled = async (reader: Person, poolId: string): Promise<void> => {
  await until('the pool is settled', async () => {
    const { state } = await must<{ state: string }>(reader.get(`pools/${poolId}`));
    return state === 'settled' ? state : undefined;
  });
};
