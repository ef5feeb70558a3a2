import type { AdmittedBid } from './admit-bids.js';
import { penaltyRpPerUnit, type TierChoice } from './cost-plan.js';
import type { LinearColumn, LinearModel, LinearRow } from './linear-model.js';
import type { LotToAward } from './lot-to-award.js';
import { packLinear } from './pack-linear.js';

/** What a column stands for. A further kind of cost or limit is a further kind here, with its rows below. */
export type AwardColumn =
  | (LinearColumn & { readonly kind: 'packs'; readonly choice: TierChoice })
  | (LinearColumn & { readonly kind: 'chosen'; readonly choice: TierChoice })
  | (LinearColumn & { readonly kind: 'unserved' });

export interface AwardModel {
  readonly lot: LotToAward;
  readonly admitted: readonly AdmittedBid[];
  readonly columns: readonly AwardColumn[];
  readonly rows: readonly LinearRow<AwardColumn>[];
  readonly linear: LinearModel;
  /** Add to the model's objective to get `costPlan`; always a whole number. */
  readonly offset: number;
}

interface Stake {
  readonly packs: AwardColumn;
  readonly chosen: AwardColumn;
  readonly choice: TierChoice;
}

/** Lowest price that any admitted tier asks; costs are counted from it. */
const basePrice = (lot: LotToAward, admitted: readonly AdmittedBid[]): number =>
  Math.min(
    penaltyRpPerUnit(lot),
    ...admitted.flatMap(({ tiers }) => tiers.map(({ priceRpPerUnit }) => priceRpPerUnit)),
  );

const stake = (choice: TierChoice, base: number): Stake => {
  const { bid, tier } = choice;
  const name = `${bid.bid.bidId}:${tier.tier}`;
  return {
    choice,
    packs: {
      kind: 'packs',
      choice,
      name: `packs ${name}`,
      cost: tier.priceRpPerUnit - base,
      lower: 0,
      upper: tier.toPacks,
      whole: false,
    },
    chosen: { kind: 'chosen', choice, name: `chosen ${name}`, cost: 0, lower: 0, upper: 1, whole: true },
  };
};

const rowsOfBid = (stakes: readonly Stake[]): LinearRow<AwardColumn>[] => [
  { lower: -Infinity, upper: 1, terms: stakes.map(({ chosen }) => [chosen, 1] as const) },
  ...stakes.flatMap(({ packs, chosen, choice: { tier } }) => [
    {
      lower: -Infinity,
      upper: 0,
      terms: [
        [packs, 1],
        [chosen, -tier.toPacks],
      ] as const,
    },
    {
      lower: 0,
      upper: Infinity,
      terms: [
        [packs, 1],
        [chosen, -tier.fromPacks],
      ] as const,
    },
  ]),
];

/**
 * The award of one lot as a mixed-integer linear model. For each bid and tier: how many `packs`
 * (continuous) and whether the tier is `chosen` (0 or 1); and the packs `unserved`.
 *
 *   at most one tier of a bid; from x chosen <= packs <= to x chosen; sum of packs + unserved = demand
 *
 * Each `packs` is bounded by its own tier's reach, not by one large constant, which keeps the relaxation
 * tight. Quantities stay continuous: with tiers fixed, the best fill is whole by itself (one equation,
 * whole bounds), so `fillTiers` finds it without search.
 *
 * Costs are rupiah per unit above the cheapest price in play, times packs: whole numbers, small, and
 * equal to `costPlan` less `offset`; so a bound within less than 1 of a plan proves it.
 *
 *   demand 30, ceiling Rp11,000; A 1-30 at Rp10,800; B 20-30 at Rp10,500
 *   -> costs A 300, B 0, unserved 501; offset 315,000
 *
 * Method: the multiple-choice (all-units discount) formulation of Chaudhry, Forst and Zydiak, "Vendor
 * selection with price breaks", EJOR 70 (1993), strengthened as in Croxton, Gendron and Magnanti,
 * Management Science 49 (2003).
 */
export const modelAward = (lot: LotToAward, admitted: readonly AdmittedBid[]): AwardModel => {
  const base = basePrice(lot, admitted);
  const demand = lot.demandPacks;
  const unserved: AwardColumn = {
    kind: 'unserved',
    name: 'unserved',
    cost: penaltyRpPerUnit(lot) - base,
    lower: 0,
    upper: demand,
    whole: false,
  };
  const stakesByBid = admitted.map((bid) => bid.tiers.map((tier) => stake({ bid, tier }, base)));
  const stakes = stakesByBid.flat();
  const served = stakes.map(({ packs }) => [packs, 1] as const);
  const columns = [...stakes.map(({ packs }) => packs), ...stakes.map(({ chosen }) => chosen), unserved];
  const rows: LinearRow<AwardColumn>[] = [
    { lower: demand, upper: demand, terms: [...served, [unserved, 1]] },
    ...stakesByBid.flatMap(rowsOfBid),
  ];
  return { lot, admitted, columns, rows, linear: packLinear(columns, rows), offset: base * demand };
};
