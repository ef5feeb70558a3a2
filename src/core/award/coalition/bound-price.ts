import type { CoalitionInput, CoalitionLine } from './coalition.js';

/** The zones whose price a line shares. */
const addedBy = (
  { pricing }: CoalitionInput,
  surcharges: Readonly<Record<string, number | null>>,
  freight: Readonly<Record<string, number>>,
  zoneId: string,
  zoneIds: readonly string[],
): number | null => {
  const added = (pricing === 'uniform' ? zoneIds : [zoneId]).flatMap((zone) => {
    const surcharge = surcharges[zone];
    return surcharge === null ? [] : [(surcharge ?? 0) + (freight[zone] ?? 0)];
  });
  return added.length === 0 ? null : Math.min(...added);
};

/**
 * Whether a line's limit is out of reach whatever is awarded, once so many packs of its lot are: at every
 * bid's best tier, within its capacity, the cheapest packs first, the lot would still come to more (sell:
 * less) per unit. `zoneIds` are the lot's. Saves awards; a line it does not rule out is weighed.
 *
 *   12 packs; 10 at best Rp100, others Rp130 | Rp105 on average: a limit of Rp104 is out of reach
 */
export const isBeyondReach = (
  input: CoalitionInput,
  line: CoalitionLine,
  packs: number,
  zoneIds: readonly string[],
): boolean => {
  const { problem, feeRpPerUnit, pricing } = input;
  if (line.limitRpPerUnit === null) return false;
  const sign = problem.side === 'buy' ? 1 : -1;
  const offers = problem.bids.flatMap((bid) => {
    const added = addedBy(input, bid.surchargeRpPerUnit, bid.freightRpPerUnit, line.zoneId, zoneIds);
    if (bid.lotId !== line.lotId || added === null || bid.tiers.length === 0) return [];
    const price = Math.min(...bid.tiers.map(({ priceRpPerUnit }) => sign * priceRpPerUnit));
    return [{ price: price + added + feeRpPerUnit, packs: bid.capacityPacks }];
  });
  offers.sort((one, other) => one.price - other.price);
  let left = pricing === 'uniform' ? Math.max(1, packs) : 1;
  const asked = left;
  let sum = 0n;
  for (const offer of offers) {
    const taken = Math.min(left, offer.packs);
    sum += BigInt(taken) * BigInt(offer.price);
    left -= taken;
  }
  return sum > BigInt(asked - left) * BigInt(sign * line.limitRpPerUnit);
};
