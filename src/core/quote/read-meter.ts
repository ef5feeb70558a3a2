import { sumPacks } from '../kernel/sum-of.js';
import type { AwardProblem, Delivery, ProblemAward } from '../award/joint/award-problem.js';
import { split } from '../kernel/split.js';
import type { ItemMeter, MeterItem, NextTier } from './meter-item.js';
import { settleMeter, type PlacedPacks } from './settle-meter.js';
import { ANYWHERE, readGuarantee, stateMeterProblem } from './state-meter-problem.js';

/** At so many volumes beyond what is committed the price is looked at, the nearest first. */
const MOST_VOLUMES = 8;

/** The same places with more packs, in proportion to what is committed there. */
const growTo = (demands: readonly PlacedPacks[], packs: number): PlacedPacks[] => {
  const parts = split(
    packs,
    demands.map((demand) => demand.packs),
  );
  return demands.map(({ zoneId }, place) => ({ zoneId, packs: parts[place] ?? 0 }));
};

/**
 * Volumes beyond what is committed at which a step of an offer comes within reach: its minimum and the start of
 * each tier, alone or on top of what the award leaves with the other offers.
 *
 *   60 committed, 50 of them with A; B from 20 at a price, from 30 at a lower one -> 70 (50 + 20), 80 (50 + 30)
 */
const listVolumes = ({ offers }: MeterItem, packs: number, deliveries: readonly Delivery[]): number[] => {
  const volumes = offers.flatMap((offer) => {
    const others = sumPacks(deliveries.filter(({ bidId }) => bidId !== offer.offerId));
    const starts = [Math.max(1, offer.minimumPacks), ...offer.tiers.map(({ fromPacks }) => fromPacks)];
    return starts.flatMap((start) => [start, start + others]);
  });
  return [...new Set(volumes)]
    .filter((volume) => volume > packs)
    .sort((a, b) => a - b)
    .slice(0, MOST_VOLUMES);
};

const stateNext = (item: MeterItem, packs: number, koperasiCount: number, now: number) => {
  return (volume: number, then: number): NextTier => ({
    missingPacks: volume - packs,
    priceRpPerUnit: then,
    savesRpPerUnit: now - then,
    savesRpPerKoperasi:
      koperasiCount === 0
        ? null
        : Number(
            (BigInt(now - then) * BigInt(packs) * BigInt(item.packSizeMilli)) /
              (1_000n * BigInt(koperasiCount)),
          ),
  });
};

/**
 * Reads an item's meter: what the engine would award for what is committed, were every standing offer a bid,
 * and the nearest step at which that price is lower. A generator, so that it stays pure: it yields problems, the
 * caller has the engine award them and hands each award back.
 *
 *   30 committed, offer 1: Rp12,000, 40: Rp11,500 -> Rp12,000 guaranteed; 10 packs more: Rp11,500, saving Rp500
 *   30 committed, 10 of them at most at Rp11,000 -> these would leave: Rp12,000 for the 20 that stay
 *   nothing committed                             -> no price; 40 packs more: Rp11,500
 *   no offer                                      -> no price, no next tier: the ceiling is the worst
 */
export function* readMeter(item: MeterItem): Generator<AwardProblem, ItemMeter, ProblemAward> {
  const packs = sumPacks(item.demands);
  const koperasiCount = item.demands.reduce((sum, demand) => sum + demand.koperasiCount, 0);
  const meter = { itemId: item.itemId, committedPacks: packs, koperasiCount };
  if (item.offers.length === 0)
    return {
      ...meter,
      stayingPacks: packs,
      guaranteedRpPerUnit: null,
      unreachedPacks: packs,
      nextTier: null,
    };
  const now = yield* settleMeter(item, item.demands);
  const stayingPacks = sumPacks(now.demands);
  const nowRp = now.priceRpPerUnit ?? item.ceilingRpPerUnit + item.feeRpPerUnit;
  const places = stayingPacks > 0 ? now.demands : [{ zoneId: ANYWHERE, packs: 1 }];
  const tell = stateNext(item, stayingPacks, koperasiCount, nowRp);
  let nextTier: NextTier | null = null;
  for (const volume of listVolumes(item, stayingPacks, now.award?.deliveries ?? [])) {
    const then = readGuarantee(item, yield stateMeterProblem(item, growTo(places, volume))).priceRpPerUnit;
    if (then !== null && then < nowRp) {
      nextTier = tell(volume, then);
      break;
    }
  }
  return {
    ...meter,
    stayingPacks,
    guaranteedRpPerUnit: now.priceRpPerUnit,
    unreachedPacks: now.unreachedPacks,
    nextTier,
  };
}
