import type { LinearModel, LinearSolution } from '../linear-model.js';
import { packLinear } from '../pack-linear.js';
import type { Step } from './ask.js';
import type { AwardProblem, Delivery } from './award-problem.js';
import type { JointColumn, JointModel, JointRow } from './joint-column.js';
import type { Admitted, Offer, Place } from './offer.js';
import { requireWhole } from './pack-joint.js';
import { readDeliveries, type Weighed } from './read-deliveries.js';
import { listLimited, seekWithinBuyers } from './seek-within-buyers.js';

export interface Settled {
  readonly best: Weighed;
  /** False: a solve did not end; the award is as good, but another may come before it. */
  readonly isSettled: boolean;
}

/** Share of a grain by which a sum may exceed the optimum: lets no dearer award in, and the solver's arithmetic out. */
const SLACK = 0.01;

const packsOf = (deliveries: readonly Delivery[], bidId: string, zoneId?: string): number =>
  deliveries.reduce(
    (sum, each) =>
      sum + (each.bidId === bidId && (zoneId === undefined || each.zoneId === zoneId) ? each.packs : 0),
    0,
  );

/** Columns that say which tiers deliveries use. */
const heldColumns = ({ columns }: JointModel, deliveries: readonly Delivery[]): Set<JointColumn> =>
  new Set(
    columns.filter((column) => {
      if (column.kind !== 'chosen') return false;
      const packs = packsOf(deliveries, column.offer.bid.bidId);
      const isReached = packs >= column.block.fromPacks;
      return column.offer.bid.tierKind === 'incremental'
        ? isReached
        : isReached && packs <= column.block.toPacks;
    }),
  );

/** The same with the tiers chosen as they are. */
const keepHeld = (
  { columns }: JointModel,
  linear: LinearModel,
  held: ReadonlySet<JointColumn>,
): LinearModel => {
  const kept = (bounds: Float64Array): Float64Array =>
    bounds.map((bound, position) => {
      const column = columns[position];
      return column?.kind === 'chosen' ? Number(held.has(column)) : bound;
    });
  return { ...linear, colLower: kept(linear.colLower), colUpper: kept(linear.colUpper) };
};

/** What is given as much as possible of, in order: each bid, then each zone of each bid. */
interface Goal {
  readonly offer: Offer;
  readonly place: Place | null;
}

const listGoals = (offers: readonly Offer[]): Goal[] => [
  ...offers.map((offer) => ({ offer, place: null })),
  ...offers.flatMap((offer) =>
    offer.reaches.length < 2 ? [] : offer.reaches.slice(0, -1).map(({ place }) => ({ offer, place })),
  ),
];

const columnsOf = ({ columns }: JointModel, { offer, place }: Goal): JointColumn[] =>
  columns.filter(
    (column) =>
      column.kind === 'packs' && column.offer.bid === offer.bid && (place === null || column.place === place),
  );

const keepPacks = (columns: readonly JointColumn[], packs: number): JointRow => ({
  lower: packs,
  upper: packs,
  terms: columns.map((column) => [column, 1] as const),
});

/** Packs that a goal could still gain, at most; 0 spares its solve. */
const roomOf = (
  { offer, place }: Goal,
  offers: readonly Offer[],
  deliveries: readonly Delivery[],
  held: ReadonlySet<JointColumn> | null,
): number => {
  const { bidId, tierKind } = offer.bid;
  const packs = packsOf(deliveries, bidId);
  const rank = offers.indexOf(offer);
  if (place) {
    // Earlier bids, and this bid's earlier zones, keep what they have.
    const at = offer.reaches.findIndex((reach) => reach.place === place);
    const here = packsOf(deliveries, bidId, place.zoneId);
    const before = offer.reaches
      .slice(0, at)
      .reduce((sum, reach) => sum + packsOf(deliveries, bidId, reach.place.zoneId), 0);
    const taken = offers
      .slice(0, rank)
      .filter(({ lot }) => lot === offer.lot)
      .reduce((sum, { bid }) => sum + packsOf(deliveries, bid.bidId, place.zoneId), 0);
    return Math.min(offer.reaches[at]?.packs ?? 0, packs - before, place.packs - taken) - here;
  }
  const own = [...(held ?? [])].filter((column) => 'offer' in column && column.offer.bid === offer.bid);
  if (held && own.length === 0) return 0;
  const tops = own.flatMap((column) => (column.kind === 'chosen' ? [column.block.toPacks] : []));
  const most = tierKind === 'all-units' && tops.length > 0 ? Math.max(...tops) : offer.capacityPacks;
  return most - packs;
};

/**
 * Of all awards with the same, optimal weight, the one that gives the earliest bid most, then the next bid,
 * and so on, then each bid's zones in their order: a single award, whoever computes it. A generator: it
 * yields models and is handed their solutions.
 *
 * First one model asks whether any other choice of tiers weighs as little; mostly none does, and only the
 * packs between the chosen ones are left to settle. Each further model gives one goal as much as what is
 * kept for the goals before it allows. Every answer is made whole and weighed anew; one that weighs more
 * is asked for again in whole packs.
 *
 *   d (02:00) up to 2, b (03:00) up to 6, both at Rp2, demand 7 | d 1, b 6 -> d 2, b 5
 *
 * Method: lexicographic optimisation by constraints in sequence (Ehrgott, Multicriteria Optimization, ch. 5).
 */
export function* settleTies(
  problem: AwardProblem,
  { offers }: Admitted,
  model: JointModel,
  links: readonly JointRow[],
  optimal: Weighed,
): Generator<Step, Settled, LinearSolution> {
  const limited = listLimited(model);
  const rows: JointRow[] = [
    {
      lower: -Infinity,
      upper: Number(optimal.weightMilliRp - model.offset) / model.scale + SLACK,
      terms: model.columns
        .filter(({ cost }) => cost !== 0)
        .map((column) => [column, column.cost / model.scale] as const),
    },
  ];
  let held: ReadonlySet<JointColumn> | null = null;
  const seek = (
    costOf: (column: JointColumn) => number,
    isWhole: boolean,
  ): Generator<Step, LinearSolution, LinearSolution> =>
    seekWithinBuyers(limited, rows, (own) => {
      const linear = packLinear(model.columns, [...model.rows, ...links, ...own], costOf);
      const kept = held ? keepHeld(model, linear, held) : linear;
      return {
        linear: isWhole ? requireWhole(kept) : kept,
        timeShare: 0.5,
        relativeGap: 0,
        absoluteGap: 1e-6,
      };
    });
  const first = heldColumns(model, optimal.deliveries);
  const rival = yield* seek((column) => (column.kind !== 'chosen' ? 0 : first.has(column) ? 1 : -1), false);
  if (rival.status !== 'optimal') return { best: optimal, isSettled: false };
  if (rival.objective > first.size - 0.5) held = first;
  let best = optimal;
  for (const goal of listGoals(offers)) {
    const columns = columnsOf(model, goal);
    const packs = (weighed: Weighed): number =>
      packsOf(weighed.deliveries, goal.offer.bid.bidId, goal.place?.zoneId);
    const isHope = roomOf(goal, offers, best.deliveries, held) > 0;
    for (const isWhole of isHope ? [false, true] : []) {
      const own = new Set(columns);
      const solution = yield* seek((column) => (own.has(column) ? -1 : 0), isWhole);
      if (solution.status !== 'optimal') return { best, isSettled: false };
      const better = readDeliveries(problem, model, solution.values);
      if (!better || better.weightMilliRp !== optimal.weightMilliRp) continue;
      if (packs(better) > packs(best)) best = better;
      break;
    }
    rows.push(keepPacks(columns, packs(best)));
  }
  return { best, isSettled: true };
}
