import { admitBids } from './admit-bids.js';
import { breakTies } from './break-ties.js';
import { costPlan } from './cost-plan.js';
import type { LinearSolution } from './linear-model.js';
import type { BidToAward, LotToAward } from './lot-to-award.js';
import { type AwardModel, modelAward } from './model-award.js';
import { AwardUnreadable, boundAward, readAward } from './read-award.js';

const bid = (
  bidId: string,
  fromPacks: number,
  capacityPacks: number,
  priceRpPerUnit: number,
  hour = 2,
): BidToAward => ({
  bidId,
  supplierId: `supplier ${bidId}`,
  submittedAt: `2026-11-12T0${hour}:00:00Z`,
  capacityPacks,
  minimumPacks: 0,
  leadTimeDays: 3,
  tiers: [{ fromPacks, priceRpPerUnit }],
});

const modelOf = (demandPacks: number, ...bids: BidToAward[]): AwardModel => {
  const lot: LotToAward = {
    lotId: 'lot',
    demandPacks,
    packSizeMilli: 50_000,
    ceilingRpPerUnit: 11_000,
    bids,
  };
  return modelAward(lot, admitBids(lot).admitted);
};

/** Values for a model's columns by name; what is not named is 0. */
const valuesOf = (model: AwardModel, named: Record<string, number>): Float64Array =>
  Float64Array.from(model.columns, ({ name }) => named[name] ?? 0);

const answer = (values: Float64Array, objective: number): LinearSolution => ({
  status: 'optimal',
  values,
  objective,
  dualBound: objective,
  nodes: 1,
});

describe('the model of an award', () => {
  const model = modelOf(30, bid('a', 1, 40, 10_800), bid('b', 20, 40, 10_500));

  it('counts costs from the cheapest price, so that they are small and whole', () => {
    const costs = Object.fromEntries(model.columns.map(({ name, cost }) => [name, cost]));
    expect(costs).toEqual({
      'packs a:0': 300,
      'packs b:0': 0,
      'chosen a:0': 0,
      'chosen b:0': 0,
      unserved: 501,
    });
    expect(model.offset).toBe(315_000);
  });

  it('bounds each tier by its own reach', () => {
    const reach = model.columns.filter(({ kind }) => kind === 'packs').map(({ upper }) => upper);
    expect(reach).toEqual([30, 30]);
    expect(model.linear.colWhole).toEqual(Uint8Array.of(0, 0, 1, 1, 0));
    expect(model.linear.rowStarts).toHaveLength(1 + 1 + 2 * 3);
  });
});

describe('reading an award', () => {
  const model = modelOf(30, bid('a', 1, 25, 10_800), bid('b', 20, 24, 10_500));

  it('takes the tiers chosen and fills them in whole packs', () => {
    const plan = readAward(
      model,
      valuesOf(model, {
        'chosen a:0': 0.9999999,
        'chosen b:0': 1,
        'packs a:0': 6.0000001,
        'packs b:0': 23.9999999,
      }),
    );
    expect(plan.picks.map(({ packs }) => packs)).toEqual([6, 24]);
    expect(costPlan(model.lot, plan)).toBe(6 * 10_800 + 24 * 10_500);
  });

  it('refuses an answer to another model, or one that cannot hold', () => {
    expect(() => readAward(model, new Float64Array(2))).toThrow(AwardUnreadable);
    const tight = modelOf(30, bid('a', 16, 20, 10_800), bid('b', 20, 24, 10_500));
    expect(() => readAward(tight, valuesOf(tight, { 'chosen a:0': 1, 'chosen b:0': 1 }))).toThrow(
      AwardUnreadable,
    );
  });

  it('rounds a bound up to whole costs, never above the plan', () => {
    const plan = readAward(model, valuesOf(model, { 'chosen a:0': 1, 'chosen b:0': 1 }));
    const bound = (dualBound: number): number =>
      boundAward(model, { ...answer(new Float64Array(5), 0), dualBound }, plan);
    expect(bound(1_499.2)).toBe(316_500);
    expect(bound(1_500.0000001)).toBe(316_500);
    expect(bound(99_999)).toBe(costPlan(model.lot, plan));
    expect(bound(-Infinity)).toBe(315_000);
  });
});

describe('breaking ties', () => {
  const model = modelOf(
    10,
    bid('a', 1, 10, 10_000, 3),
    bid('b', 1, 10, 10_000, 2),
    bid('c', 1, 10, 10_000, 4),
  );
  const only = (bidId: string): Float64Array => valuesOf(model, { [`chosen ${bidId}:0`]: 1 });

  it('stops after one question when no other choice costs as little', () => {
    const ties = breakTies(model, readAward(model, only('c')));
    expect(ties.next().done).toBe(false);
    const last = ties.next(answer(only('c'), 1));
    expect(last.done).toBe(true);
  });

  it('gives the earliest bid most, then the next', () => {
    const ties = breakTies(model, readAward(model, only('c')));
    ties.next();
    ties.next(answer(only('a'), -1));
    const asked = ties.next(answer(only('b'), -10));
    const settled = asked.done ? asked : ties.next(answer(only('b'), 0));
    expect(
      settled.done && settled.value.picks.map(({ bid: { bid: winner }, packs }) => [winner.bidId, packs]),
    ).toEqual([['b', 10]]);
  });

  it('never takes a dearer plan for an equal one, nor fails when a limit left nothing', () => {
    const dear = modelOf(10, bid('a', 1, 10, 10_900, 2), bid('b', 1, 10, 10_000, 3));
    const cheapest = readAward(dear, valuesOf(dear, { 'chosen b:0': 1 }));
    const ties = breakTies(dear, cheapest);
    ties.next();
    ties.next({
      status: 'stopped',
      values: new Float64Array(0),
      objective: Infinity,
      dualBound: -Infinity,
      nodes: 0,
    });
    const settled = ties.next(answer(valuesOf(dear, { 'chosen a:0': 1 }), -10));
    expect(settled).toEqual({ done: true, value: cheapest });
  });
});
