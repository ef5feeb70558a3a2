import type {
  AwardProblem,
  Delivery,
  ProblemBid,
  ProblemLot,
} from '../../src/core/award/joint/award-problem.js';

/**
 * The best award of a small problem by trying every one in whole packs. Knows nothing of the engine: it
 * restates the terms from their description, buyer by buyer and pack by pack.
 */
export interface Tried {
  /** Total of `ProblemCost`; null where no award keeps every limit. */
  readonly totalMilliRp: number | null;
  /** Of the best awards the one that earlier bids prefer. */
  readonly deliveries: readonly Delivery[];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

const demandOf = (lot: ProblemLot): number => sum(lot.demands.map(({ packs }) => packs));

/** The price of each pack, the first one first; null where the bid does not sell so few. */
const pricesOf = (bid: ProblemBid, packs: number): number[] | null => {
  const priceAt = (count: number): number | undefined =>
    bid.tiers.findLast(({ fromPacks }) => fromPacks <= count)?.priceRpPerUnit;
  const last = priceAt(packs);
  const first = bid.tiers[0]?.priceRpPerUnit;
  if (last === undefined || first === undefined) return null;
  return Array.from({ length: packs }, (_, pack) =>
    bid.tierKind === 'all-units' ? last : (priceAt(pack + 1) ?? first),
  );
};

/** Whether buyers can be handed packs of bids, each at most so many of one bid: hands out pack by pack. */
const canShare = (buyers: readonly number[], parts: readonly { packs: number; most: number }[]): boolean => {
  const visit = (buyer: number, left: readonly number[]): boolean => {
    if (left.every((packs) => packs === 0)) return true;
    const asked = buyers[buyer];
    if (asked === undefined) return false;
    const hand = (part: number, room: number, rest: readonly number[]): boolean => {
      const own = parts[part];
      if (!own) return visit(buyer + 1, rest);
      for (let take = Math.min(room, own.most, rest[part] ?? 0); take >= 0; take -= 1)
        if (hand(part + 1, room - take, rest.with(part, (rest[part] ?? 0) - take))) return true;
      return false;
    };
    return hand(0, asked, left);
  };
  return visit(
    0,
    parts.map(({ packs }) => packs),
  );
};

/** Whether one bid may deliver so many packs to each zone of its lot, and what it then weighs per milli-unit. */
const weighBid = (
  { side, annualRateBps }: AwardProblem,
  lot: ProblemLot,
  bid: ProblemBid,
  shares: readonly number[],
): { weight: number; goods: number } | null => {
  const packs = sum(shares);
  const prices = pricesOf(bid, packs);
  if (!prices || packs > bid.capacityPacks || packs < bid.minimumPacks) return null;
  if (packs * 10_000 > demandOf(lot) * lot.maxShareBps) return null;
  let weight = 0;
  for (const [zone, part] of shares.entries()) {
    const demand = lot.demands[zone];
    if (part === 0) continue;
    if (!demand || part > demand.packs) return null;
    const surcharge = bid.surchargeRpPerUnit[demand.zoneId];
    if (surcharge === null) return null;
    const extra = (surcharge ?? 0) + (bid.freightRpPerUnit[demand.zoneId] ?? 0);
    for (const price of prices) {
      if (side === 'buy' && price + Math.ceil((price * bid.taxBps) / 10_000) + extra > lot.limitRpPerUnit)
        return null;
      if (side === 'sell' && price - extra < lot.limitRpPerUnit) return null;
    }
    if (
      bid.maxPerBuyerPacks !== null &&
      !canShare(demand.buyers ?? [], [{ packs: part, most: bid.maxPerBuyerPacks }])
    )
      return null;
    weight += part * extra;
  }
  for (const price of prices) {
    const terms = Math.floor((price * annualRateBps * bid.paymentDays) / 3_650_000);
    weight += side === 'buy' ? price + Math.ceil((price * bid.taxBps) / 10_000) - terms : terms - price;
  }
  return { weight, goods: sum(prices) };
};

const everyShare = (lot: ProblemLot): number[][] =>
  lot.demands.reduce<number[][]>(
    (all, { packs }) =>
      all.flatMap((shares) => Array.from({ length: packs + 1 }, (_, take) => [...shares, take])),
    [[]],
  );

/** Packs that suppliers who are not reserved may get together. */
const openPacks = (problem: AwardProblem, lot: ProblemLot): number => {
  const demand = demandOf(lot);
  const alone = problem.bids.flatMap((bid) => {
    const terms = problem.suppliers.find(({ supplierId }) => supplierId === bid.supplierId);
    if (bid.lotId !== lot.lotId || !terms?.isReserved) return [];
    const possible = everyShare(lot).filter(
      (shares) =>
        sum(shares) > 0 &&
        sum(shares) * lot.packSizeMilli <= (terms.capacityMilli ?? Infinity) &&
        weighBid(problem, lot, bid, shares) !== null,
    );
    return possible.length === 0
      ? []
      : [
          {
            most: Math.max(...possible.map(sum)),
            zones: lot.demands.map((_, zone) => Math.max(...possible.map((shares) => shares[zone] ?? 0))),
          },
        ];
  });
  // Every cut between the bids and the zones: the zones of a subset on one side.
  const cuts = Array.from({ length: 2 ** lot.demands.length }, (_, subset) => {
    const isIn = (zone: number): boolean => Math.floor(subset / 2 ** zone) % 2 === 1;
    const inside = sum(lot.demands.map(({ packs }, zone) => (isIn(zone) ? packs : 0)));
    return (
      inside +
      sum(
        alone.map(({ most, zones }) =>
          Math.min(most, sum(zones.map((reach, zone) => (isIn(zone) ? 0 : reach)))),
        ),
      )
    );
  });
  return demand - Math.min(Math.floor((demand * lot.reservedShareBps) / 10_000), ...cuts);
};

/** What a choice of shares by bid weighs in milli-rupiah, less being better; infinite where a limit is broken. */
const weigh = (
  problem: AwardProblem,
  packs: ReadonlyMap<ProblemBid, readonly number[]>,
  open: ReadonlyMap<ProblemLot, number>,
): number => {
  let total = 0;
  const orders = new Map<string, { milli: number; goods: number }>();
  for (const lot of problem.lots) {
    const own = problem.bids.filter(({ lotId }) => lotId === lot.lotId);
    let suppliers = 0;
    let openly = 0;
    for (const bid of own) {
      const shares = packs.get(bid) ?? [];
      if (sum(shares) === 0) continue;
      const weighed = weighBid(problem, lot, bid, shares);
      if (!weighed) return Infinity;
      suppliers += 1;
      if (!problem.suppliers.find(({ supplierId }) => supplierId === bid.supplierId)?.isReserved)
        openly += sum(shares);
      total += weighed.weight * lot.packSizeMilli;
      const order = orders.get(bid.supplierId) ?? { milli: 0, goods: 0 };
      orders.set(bid.supplierId, {
        milli: order.milli + sum(shares) * lot.packSizeMilli,
        goods: order.goods + weighed.goods * lot.packSizeMilli,
      });
    }
    if (openly > (open.get(lot) ?? Infinity)) return Infinity;
    for (const [zone, { packs: demand, buyers = [] }] of lot.demands.entries()) {
      const left = demand - sum(own.map((bid) => packs.get(bid)?.[zone] ?? 0));
      if (left < 0 || (left > 0 && lot.unserved === 'forbidden')) return Infinity;
      total +=
        left * lot.packSizeMilli * (problem.side === 'buy' ? lot.limitRpPerUnit + 1 : 1 - lot.limitRpPerUnit);
      const limited = own.flatMap((bid) =>
        bid.maxPerBuyerPacks === null
          ? []
          : [{ packs: packs.get(bid)?.[zone] ?? 0, most: bid.maxPerBuyerPacks }],
      );
      if (limited.length > 1 && !canShare(buyers, limited)) return Infinity;
    }
    if (demandOf(lot) > 0) total += Math.max(0, lot.minSuppliers - suppliers) * lot.missingSupplierRp * 1000;
  }
  for (const { supplierId, fixedChargeRp, capacityMilli, minimumOrderRp } of problem.suppliers) {
    const order = orders.get(supplierId);
    if (!order) continue;
    if (order.milli > (capacityMilli ?? Infinity) || order.goods < minimumOrderRp * 1000) return Infinity;
    total += fixedChargeRp * 1000;
  }
  return total;
};

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** All ways to give each zone's packs to the bids of its lot, within what each bid may deliver at all. */
export const tryEveryAward = (problem: AwardProblem): Tried => {
  const bids = [...problem.bids].sort(
    (a, b) => byText(a.submittedAt, b.submittedAt) || byText(a.bidId, b.bidId),
  );
  const open = new Map(problem.lots.map((lot) => [lot, openPacks(problem, lot)]));
  const choices = bids.map((bid) => {
    const lot = problem.lots.find(({ lotId }) => lotId === bid.lotId);
    if (!lot) return [];
    return everyShare(lot).filter(
      (shares) => sum(shares) === 0 || weighBid(problem, lot, bid, shares) !== null,
    );
  });
  let best = { weight: Infinity, key: [] as number[], packs: new Map<ProblemBid, readonly number[]>() };
  const packs = new Map<ProblemBid, readonly number[]>();
  const rank = (): number[] => [
    ...bids.map((bid) => sum(packs.get(bid) ?? [])),
    ...bids.flatMap((bid) => {
      const zones =
        problem.lots.find(({ lotId }) => lotId === bid.lotId)?.demands.map(({ zoneId }) => zoneId) ?? [];
      return zones
        .map((zoneId, zone) => ({ zoneId, packs: packs.get(bid)?.[zone] ?? 0 }))
        .sort((a, b) => byText(a.zoneId, b.zoneId))
        .map((share) => share.packs);
    }),
  ];
  const isBefore = (a: readonly number[], b: readonly number[]): boolean => {
    const at = a.findIndex((value, place) => value !== b[place]);
    return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
  };
  const visit = (place: number): void => {
    const bid = bids[place];
    if (!bid) {
      const weight = weigh(problem, packs, open);
      if (weight > best.weight || weight === Infinity) return;
      const key = rank();
      if (weight < best.weight || isBefore(key, best.key)) best = { weight, key, packs: new Map(packs) };
      return;
    }
    const lot = problem.lots.find(({ lotId }) => lotId === bid.lotId);
    const given = bids.slice(0, place).filter(({ lotId }) => lotId === bid.lotId);
    for (const shares of choices[place] ?? []) {
      const fits = shares.every(
        (share, zone) =>
          share + sum(given.map((each) => packs.get(each)?.[zone] ?? 0)) <= (lot?.demands[zone]?.packs ?? 0),
      );
      if (!fits) continue;
      packs.set(bid, shares);
      visit(place + 1);
    }
    packs.delete(bid);
  };
  visit(0);
  const deliveries = bids.flatMap((bid) => {
    const demands = problem.lots.find(({ lotId }) => lotId === bid.lotId)?.demands ?? [];
    return demands
      .map(({ zoneId }, zone) => ({ bidId: bid.bidId, zoneId, packs: best.packs.get(bid)?.[zone] ?? 0 }))
      .filter((delivery) => delivery.packs > 0)
      .sort((a, b) => byText(a.zoneId, b.zoneId));
  });
  const weight = problem.side === 'buy' ? best.weight : 0 - best.weight;
  return { totalMilliRp: Number.isFinite(weight) ? weight : null, deliveries };
};
