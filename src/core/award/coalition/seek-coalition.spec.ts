import fc from 'fast-check';
import { draw } from '../../kernel/draw.js';
import type { AwardProblem, Delivery, ProblemAward, ProblemBid } from '../joint/award-problem.js';
import type { Coalition, CoalitionInput, CoalitionLine } from './coalition.js';
import { costZones } from './cost-zones.js';
import { seekCoalition } from './seek-coalition.js';

const LIMIT = 1_000;

/** One lot of packs of 2 kg, as a problem without demands. */
const problemOf = (
  bids: readonly Partial<ProblemBid>[],
  { side = 'buy', fixed = 0 }: { side?: 'buy' | 'sell'; fixed?: number } = {},
): AwardProblem => ({
  side,
  annualRateBps: 0,
  lots: [
    {
      lotId: 'rice',
      packSizeMilli: 2_000,
      limitRpPerUnit: side === 'buy' ? LIMIT : 1,
      maxShareBps: 10_000,
      minSuppliers: 0,
      missingSupplierRp: 0,
      reservedShareBps: 0,
      unserved: 'weighed',
      demands: [],
    },
  ],
  suppliers: bids.map((_, at) => ({
    supplierId: `s${at}`,
    isReserved: false,
    fixedChargeRp: fixed,
    capacityMilli: null,
    minimumOrderRp: 0,
  })),
  bids: bids.map((bid, at) => ({
    bidId: `b${at}`,
    supplierId: `s${at}`,
    lotId: 'rice',
    submittedAt: '2026-11-12T02:00:00Z',
    capacityPacks: 1_000,
    minimumPacks: 0,
    maxPerBuyerPacks: null,
    tierKind: 'all-units',
    tiers: [{ fromPacks: 1, priceRpPerUnit: 100 }],
    surchargeRpPerUnit: {},
    freightRpPerUnit: {},
    taxBps: 0,
    paymentDays: 0,
    ...bid,
  })),
});

const lineOf = (lineId: string, rest: Partial<CoalitionLine> = {}): CoalitionLine => ({
  lineId,
  draw: draw('pool', lineId),
  lotId: 'rice',
  zoneId: 'north',
  buyerId: lineId,
  quantityPacks: 1,
  tolerancePacks: 0,
  minimumPacks: 0,
  limitRpPerUnit: null,
  ...rest,
});

const inputOf = (
  problem: AwardProblem,
  lines: readonly CoalitionLine[],
  rest: Partial<CoalitionInput> = {},
): CoalitionInput => ({
  rule: 'proportional',
  pricing: 'uniform',
  feeRpPerUnit: 0,
  problem,
  lines,
  ...rest,
});

/** What a bid's packs weigh; null where it cannot deliver so many. Two rupiah a unit make four a pack. */
const weighBid = (problem: AwardProblem, bid: ProblemBid, packs: number): number | null => {
  if (packs === 0) return 0;
  if (packs > bid.capacityPacks || packs < bid.minimumPacks) return null;
  const reached = bid.tiers.filter(({ fromPacks }) => fromPacks <= packs);
  if (reached.length === 0) return null;
  const fixed = problem.suppliers.find(({ supplierId }) => supplierId === bid.supplierId)?.fixedChargeRp ?? 0;
  const price = reached.at(-1)?.priceRpPerUnit ?? 0;
  return 2 * packs * price + (problem.side === 'buy' ? fixed : -fixed);
};

/** The best award of a problem of one lot without surcharges, by trying every number of packs of every bid. */
const solve = (problem: AwardProblem): ProblemAward => {
  const [lot] = problem.lots;
  if (!lot) throw new Error('no lot');
  const sign = problem.side === 'buy' ? 1 : -1;
  const demand = lot.demands.reduce((sum, { packs }) => sum + packs, 0);
  const penalty = 2 * (lot.limitRpPerUnit + sign);
  let best = new Map([[0, { cost: 0, packs: [] as number[] }]]);
  for (const bid of problem.bids) {
    const next = new Map<number, { cost: number; packs: number[] }>();
    for (const [had, { cost, packs }] of best)
      for (let more = 0; had + more <= demand; more += 1) {
        const weight = weighBid(problem, bid, more);
        if (weight === null) continue;
        const total = cost + sign * weight;
        const known = next.get(had + more);
        if (!known || total < known.cost) next.set(had + more, { cost: total, packs: [...packs, more] });
      }
    best = next;
  }
  const [found] = [...best].sort(
    ([one, a], [other, b]) =>
      a.cost + sign * penalty * (demand - one) - (b.cost + sign * penalty * (demand - other)),
  );
  if (!found) throw new Error('nothing found');
  const left = lot.demands.map(({ zoneId, packs }) => ({ zoneId, packs }));
  const deliveries: Delivery[] = [];
  problem.bids.forEach(({ bidId }, at) => {
    let packs = found[1].packs[at] ?? 0;
    for (const zone of left) {
      const part = Math.min(packs, zone.packs);
      if (part > 0) deliveries.push({ bidId, zoneId: zone.zoneId, packs: part });
      zone.packs -= part;
      packs -= part;
    }
  });
  return {
    deliveries,
    unserved: left.filter(({ packs }) => packs > 0).map((zone) => ({ lotId: lot.lotId, ...zone })),
  } as unknown as ProblemAward;
};

const run = (input: CoalitionInput): Coalition => {
  const seeking = seekCoalition(input);
  let step = seeking.next();
  while (!step.done) step = seeking.next(solve(step.value));
  return step.value;
};

const membersOf = ({ lines }: Coalition): string[] =>
  lines.filter(({ reason }) => reason === null).map(({ lineId }) => lineId);
const outcomeOf = ({ lines }: Coalition, lineId: string) => lines.find((line) => line.lineId === lineId);

const tiersOf = (...tiers: [number, number][]): Pick<ProblemBid, 'tiers'> => ({
  tiers: tiers.map(([fromPacks, priceRpPerUnit]) => ({ fromPacks, priceRpPerUnit })),
});

/** Whether a share is within a limit, reckoned anew: 2 kg a pack. */
const accepts = (input: CoalitionInput, line: CoalitionLine, packs: number, amountRp: number): boolean => {
  if (line.limitRpPerUnit === null || packs === 0) return true;
  const limitRp = 2 * packs * line.limitRpPerUnit;
  return input.problem.side === 'buy' ? amountRp <= limitRp : amountRp >= limitRp;
};

const falling: fc.Arbitrary<Partial<ProblemBid>> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 2, max: 12 }), { maxLength: 3 }),
    fc.array(fc.integer({ min: 50, max: 120 }), { minLength: 4, maxLength: 4 }),
  )
  .map(([starts, prices]) => {
    const sorted = [...prices].sort((a, b) => b - a);
    return tiersOf(
      ...[1, ...starts.sort((a, b) => a - b)].map((from, tier): [number, number] => [
        from,
        sorted[tier] ?? 50,
      ]),
    );
  });

const linesOf = (rest: { tolerance: number; minimum: boolean }): fc.Arbitrary<CoalitionLine[]> =>
  fc
    .array(
      fc.record({
        quantityPacks: fc.integer({ min: 1, max: 4 }),
        tolerancePacks: fc.integer({ min: 0, max: rest.tolerance }),
        minimumShare: fc.constantFrom(...(rest.minimum ? [0, 0, 1] : [0])),
        limitRpPerUnit: fc.option(fc.integer({ min: 50, max: 130 }), { freq: 6 }),
        zoneId: fc.constantFrom('north', 'south'),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((drawn) =>
      drawn.map(({ minimumShare, ...line }, at) =>
        lineOf(`l${at}`, { ...line, minimumPacks: minimumShare * line.quantityPacks }),
      ),
    );

const anyBid: fc.Arbitrary<Partial<ProblemBid>> = fc
  .tuple(falling, fc.integer({ min: 2, max: 14 }), fc.constantFrom(0, 0, 3, 6))
  .map(([bid, capacityPacks, minimumPacks]) => ({ ...bid, capacityPacks, minimumPacks }));

const anyInput: fc.Arbitrary<CoalitionInput> = fc
  .record({
    bids: fc.array(anyBid, { minLength: 1, maxLength: 3 }),
    lines: linesOf({ tolerance: 3, minimum: true }),
    fixed: fc.constantFrom(0, 0, 77),
    side: fc.constantFrom('buy' as const, 'sell' as const),
    pricing: fc.constantFrom('uniform' as const, 'per-zone' as const),
    feeRpPerUnit: fc.constantFrom(0, 3),
    rule: fc.constantFrom('proportional' as const, 'equal-awards' as const),
  })
  .map(({ bids, lines, fixed, side, ...rest }) => inputOf(problemOf(bids, { side, fixed }), lines, rest));

describe('seekCoalition', () => {
  it('lets go whom the price passes, and prices those who stay anew', () => {
    const lines = [100, 95, 80].map((limitRpPerUnit, at) => lineOf(`l${at}`, { limitRpPerUnit }));
    const coalition = run(inputOf(problemOf([tiersOf([1, 120], [2, 94], [3, 90])]), lines));
    expect(membersOf(coalition).sort()).toEqual(['l0', 'l1']);
    expect(outcomeOf(coalition, 'l0')).toMatchObject({ packs: 1, amountRp: 188, reason: null });
    expect(outcomeOf(coalition, 'l2')).toMatchObject({
      packs: 0,
      reason: 'LIMIT_EXCEEDED',
      wouldPay: { packs: 1, amountRp: 180 },
    });
    expect(coalition.rounds.map(({ step }) => step)).toEqual(['left', 'weighed']);
  });

  it('falls apart step by step where each departure makes it too dear for the next', () => {
    const lines = [99, 94, 89].map((limitRpPerUnit, at) => lineOf(`l${at}`, { limitRpPerUnit }));
    const coalition = run(inputOf(problemOf([tiersOf([1, 100], [2, 95], [3, 90])]), lines));
    expect(membersOf(coalition)).toEqual([]);
    expect(coalition.lines.every(({ reason }) => reason === 'LIMIT_EXCEEDED')).toBe(true);
    expect(coalition.award).toBeNull();
  });

  it('charges to the rupiah: a limit that is met is kept, one rupiah more is not', () => {
    const bids = [tiersOf([1, 100])];
    const of = (limitRpPerUnit: number, feeRpPerUnit: number): string[] =>
      membersOf(run(inputOf(problemOf(bids), [lineOf('a', { limitRpPerUnit })], { feeRpPerUnit })));
    expect(of(100, 0)).toEqual(['a']);
    expect(of(100, 1)).toEqual([]);
    expect(of(101, 1)).toEqual(['a']);
  });

  it('takes back in the order of the draw those whom scarcity had driven out', () => {
    // Ten packs at 100, the rest at 200: all together pay too much, ten of them do not.
    const bids = [{ ...tiersOf([1, 100]), capacityPacks: 10 }, tiersOf([1, 200])];
    const lines = ['a', 'b', 'c'].map((id) => lineOf(id, { quantityPacks: 5, limitRpPerUnit: 110 }));
    const coalition = run(inputOf(problemOf(bids), lines));
    const drawn = lines
      .map(({ lineId }) => lineId)
      .sort((a, b) => (draw('pool', a) < draw('pool', b) ? -1 : 1));
    expect(membersOf(coalition)).toEqual(drawn.slice(0, 2));
    expect(coalition.lines.at(-1)).toMatchObject({ reason: 'LIMIT_EXCEEDED', wouldPay: { packs: 5 } });
  });

  it('keeps out whoever would drive another beyond its limit', () => {
    const bids = [{ ...tiersOf([1, 100]), capacityPacks: 5 }, tiersOf([1, 200])];
    const lines = [
      lineOf('a', { quantityPacks: 5, limitRpPerUnit: 100 }),
      lineOf('b', { quantityPacks: 5, limitRpPerUnit: 140 }),
      lineOf('c', { quantityPacks: 5, limitRpPerUnit: 160 }),
    ];
    const coalition = run(inputOf(problemOf(bids), lines));
    for (const { reason } of coalition.lines.filter((line) => line.packs === 0))
      expect(['LIMIT_EXCEEDED', 'OTHERS_WOULD_LEAVE']).toContain(reason);
    expect(membersOf(coalition)).toHaveLength(1);
  });

  it('rations what is short, and says who was released below their minimum', () => {
    const bids = [{ ...tiersOf([1, 100]), capacityPacks: 5 }];
    const lines = [
      lineOf('a', { quantityPacks: 6 }),
      lineOf('b', { quantityPacks: 4, minimumPacks: 4, zoneId: 'south' }),
    ];
    const coalition = run(inputOf(problemOf(bids), lines));
    expect(outcomeOf(coalition, 'a')).toMatchObject({ packs: 5, amountRp: 1_000 });
    expect(outcomeOf(coalition, 'b')).toMatchObject({ packs: 0, reason: 'RELEASED_BELOW_MINIMUM' });
  });

  it('takes tolerated packs where they reach a tier that is cheaper for all, and only then', () => {
    const lines = ['a', 'b'].map((id) => lineOf(id, { quantityPacks: 8, tolerancePacks: 3 }));
    const reached = run(inputOf(problemOf([tiersOf([1, 100], [20, 90])]), lines));
    expect(reached.lines.map(({ packs, amountRp }) => [packs, amountRp])).toEqual([
      [10, 1_800],
      [10, 1_800],
    ]);
    const tooFar = run(inputOf(problemOf([tiersOf([1, 100], [23, 90])]), lines));
    expect(tooFar.lines.map(({ packs }) => packs)).toEqual([8, 8]);
  });

  it('takes tolerated packs where only they reach a minimum', () => {
    const lines = ['a', 'b'].map((id) => lineOf(id, { quantityPacks: 4, tolerancePacks: 1 }));
    const coalition = run(inputOf(problemOf([{ minimumPacks: 10 }]), lines));
    expect(coalition.lines.map(({ packs }) => packs)).toEqual([5, 5]);
  });

  it('holds the least that sellers want, mirrored', () => {
    const lines = [90, 100, 110].map((limitRpPerUnit, at) => lineOf(`l${at}`, { limitRpPerUnit }));
    const bids = [
      { ...tiersOf([1, 120]), capacityPacks: 1 },
      { ...tiersOf([1, 105]), capacityPacks: 5 },
    ];
    const coalition = run(inputOf(problemOf(bids, { side: 'sell' }), lines));
    expect(membersOf(coalition).sort()).toEqual(['l0', 'l1']);
    expect(coalition.lines.find(({ lineId }) => lineId === 'l0')).toMatchObject({ amountRp: 210 });
    expect(coalition.lines.find(({ lineId }) => lineId === 'l2')).toMatchObject({ reason: 'LIMIT_EXCEEDED' });
  });

  it('takes nobody beyond a limit, above what they tolerate or below their minimum, and loses no rupiah', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const { lines, problem, award } = run(input);
        const asked = new Map(input.lines.map((line) => [line.lineId, line]));
        for (const { lineId, packs, amountRp, reason } of lines) {
          const line = asked.get(lineId);
          if (!line) throw new Error(lineId);
          expect(accepts(input, line, packs, amountRp)).toBe(true);
          expect(packs).toBeLessThanOrEqual(line.quantityPacks + line.tolerancePacks);
          expect(packs === 0).toBe(reason !== null);
          if (packs > 0) expect(packs).toBeGreaterThanOrEqual(line.minimumPacks);
        }
        const areas = award ? costZones(problem, award.deliveries, input) : [];
        const total = (of: readonly { amountRp: number }[]): number =>
          of.reduce((sum, { amountRp }) => sum + amountRp, 0);
        expect(total(lines)).toBe(total(areas));
        expect(award?.unserved ?? []).toEqual([]);
      }),
      { numRuns: 600 },
    );
  });

  it('gives the same, whatever the order of joining', () => {
    fc.assert(
      fc.property(anyInput, fc.infiniteStream(fc.nat()), (input, places) => {
        const shuffled = input.lines
          .map((line) => ({ line, place: places.next().value as number }))
          .sort((one, other) => one.place - other.place)
          .map(({ line }) => line);
        expect(run({ ...input, lines: shuffled })).toEqual(run(input));
      }),
      { numRuns: 300 },
    );
  });

  it('leaves nobody out who could come in with everybody accepting', () => {
    fc.assert(
      fc.property(anyInput, (drawn) => {
        const lines = drawn.lines.map((line) => ({ ...line, tolerancePacks: 0 }));
        const input = { ...drawn, lines };
        const coalition = run(input);
        const members = new Set(membersOf(coalition));
        for (const { lineId, reason } of coalition.lines) {
          if (reason !== 'LIMIT_EXCEEDED' && reason !== 'OTHERS_WOULD_LEAVE') continue;
          const group = input.lines.filter((line) => members.has(line.lineId) || line.lineId === lineId);
          // Without limits nobody leaves: what each would get and pay.
          const free = run({ ...input, lines: group.map((line) => ({ ...line, limitRpPerUnit: null })) });
          const all = group.every((line) => {
            const { packs = 0, amountRp = 0 } = outcomeOf(free, line.lineId) ?? {};
            return packs > 0 && accepts(input, line, packs, amountRp);
          });
          expect(all).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is the largest stable group where the price falls with volume, as found by trying all groups', () => {
    const inputs = fc
      .tuple(
        fc.array(falling, { minLength: 1, maxLength: 3 }),
        fc.constantFrom(0, 40, 200),
        linesOf({ tolerance: 0, minimum: false }),
        fc.constantFrom(0, 2),
      )
      .map(([bids, fixed, lines, feeRpPerUnit]) =>
        inputOf(problemOf(bids, { fixed }), lines, { feeRpPerUnit }),
      );
    fc.assert(
      fc.property(inputs, (input) => {
        const payOf = (group: readonly CoalitionLine[]): Coalition =>
          run({ ...input, lines: group.map((line) => ({ ...line, limitRpPerUnit: null })) });
        const isStable = (group: readonly CoalitionLine[]): boolean => {
          const priced = payOf(group);
          return group.every((line) => {
            const { packs = 0, amountRp = 0 } = outcomeOf(priced, line.lineId) ?? {};
            return accepts(input, line, packs, amountRp);
          });
        };
        let largest: readonly CoalitionLine[] = [];
        for (let mask = 1; mask < 1 << input.lines.length; mask += 1) {
          const group = input.lines.filter((_, at) => (mask & (1 << at)) > 0);
          if (group.length > largest.length && isStable(group)) largest = group;
        }
        const coalition = run(input);
        expect(membersOf(coalition).sort()).toEqual(largest.map(({ lineId }) => lineId).sort());
        expect(coalition.rounds.some(({ step }) => step === 'readmitted')).toBe(false);
        for (const { lineId, reason } of coalition.lines) {
          if (reason === null) continue;
          const line = input.lines.find((each) => each.lineId === lineId);
          const priced = line && outcomeOf(payOf([...largest, line]), lineId);
          expect(line && priced && accepts(input, line, priced.packs, priced.amountRp)).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });
});
