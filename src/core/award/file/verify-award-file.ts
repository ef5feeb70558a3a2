import { writeOutcome } from '../award-outcome.js';
import { costDeliveries, listMissingSuppliers, listUnserved } from '../joint/cost-deliveries.js';
import { listBrokenDeliveries } from '../joint/list-broken-deliveries.js';
import type { ProblemAward } from '../joint/award-problem.js';
import { listAwardLines } from '../list-award-lines.js';
import type { AwardFile, FiledLot } from './award-file.js';
import { canonicalJson } from './canonical-json.js';
import { shareByRule } from './state-award-file.js';

/** One check, with what was found where it does not hold; `isSkipped`: it was not asked for. */
export interface AwardCheck {
  readonly code: keyof typeof checkWords;
  readonly holds: boolean;
  readonly isSkipped: boolean;
  readonly faults: readonly string[];
}

export const checkWords = {
  DEMAND_IS_THE_LINES: {
    id: 'Kebutuhan tiap paket sama dengan jumlah pesanannya',
    en: "Each lot's demand is the sum of its lines",
  },
  RULE_IS_THE_POOLS: {
    id: 'Aturan yang dipakai adalah aturan yang diumumkan putaran',
    en: 'The rule applied is the one the pool declared',
  },
  LIMITS_ARE_KEPT: {
    id: 'Semua batas dipatuhi: kapasitas, minimum, harga batas, porsi, cadangan',
    en: 'Every limit is kept: capacity, minimum, ceiling, share, reserve',
  },
  REST_IS_UNSERVED: {
    id: 'Yang tak terlayani adalah sisanya, tidak kurang tidak lebih',
    en: 'What is unserved is the rest, no more and no less',
  },
  COST_IS_RIGHT: {
    id: 'Biaya benar sampai seperseribu rupiah',
    en: 'The cost is right to the thousandth of a rupiah',
  },
  AMOUNTS_ADD_UP: {
    id: 'Nilai tiap pemasok dan kecamatan benar sampai rupiah terakhir',
    en: "Each supplier's and kecamatan's amount is right to the rupiah",
  },
  BOUND_IS_CONSISTENT: {
    id: 'Batas terbukti tidak lebih baik daripada biaya, dan selisihnya benar',
    en: 'The proven bound is no worse than the cost allows, and the gap is right',
  },
  SHARES_FOLLOW_THE_RULE: {
    id: 'Jatah tiap pesanan mengikuti aturan pembagian dan undian',
    en: "Each line's share follows the rule and the draw",
  },
  SOLVED_ANEW: {
    id: 'Dihitung ulang, biayanya sama',
    en: 'Solved anew, the cost is the same',
  },
} as const;

const listDifferences = (name: string, found: unknown, expected: unknown): string[] =>
  canonicalJson(found) === canonicalJson(expected)
    ? []
    : [
        `${name}: ${canonicalJson(found).trim().slice(0, 120)} <> ${canonicalJson(expected).trim().slice(0, 120)}`,
      ];

const sumPacks = (parts: readonly { readonly packs: number }[]): number =>
  parts.reduce((sum, { packs }) => sum + packs, 0);

const filedLot = (file: AwardFile, lotId: string): FiledLot | undefined =>
  file.lots.find((lot) => lot.lotId === lotId);

const checkDemand = (file: AwardFile): string[] => [
  ...listDifferences(
    'lots',
    file.lots.map(({ lotId }) => lotId),
    file.problem.lots.map(({ lotId }) => lotId),
  ),
  ...file.problem.lots.flatMap(({ lotId, demands }) =>
    listDifferences(`${lotId} packs`, sumPacks(filedLot(file, lotId)?.lines ?? []), sumPacks(demands)),
  ),
];

const checkRule = ({ pool, problem }: AwardFile): string[] => [
  ...listDifferences('annualRateBps', problem.annualRateBps, pool.award.annualRateBps),
  ...problem.lots.flatMap((lot) =>
    (['maxShareBps', 'minSuppliers', 'missingSupplierRp', 'reservedShareBps'] as const).flatMap((field) =>
      listDifferences(`${lot.lotId} ${field}`, lot[field], pool.award[field]),
    ),
  ),
];

const checkUnserved = ({ problem, outcome }: AwardFile): string[] => [
  ...listDifferences(
    'unserved',
    outcome.unserved,
    listUnserved(problem, outcome.deliveries).filter(({ packs }) => packs > 0),
  ),
  ...listDifferences(
    'missingSuppliers',
    outcome.missingSuppliers,
    listMissingSuppliers(problem, outcome.deliveries),
  ),
];

const checkCost = ({ problem, outcome }: AwardFile): string[] => {
  const cost = costDeliveries(problem, outcome.deliveries);
  const expected = writeOutcome({ ...outcome, cost, boundMilliRp: 0n }).cost;
  return Object.entries(expected).flatMap(([part, milliRp]) =>
    listDifferences(part, outcome.cost[part as keyof typeof expected], milliRp),
  );
};

const checkAmounts = (file: AwardFile): string[] => {
  const lotOf = new Map(file.problem.bids.map(({ bidId, lotId }) => [bidId, lotId]));
  const lines = listAwardLines(file.problem, file.outcome.deliveries);
  return file.lots.flatMap(({ lotId, awardLines, awardedPacks, costRp }) => {
    const own = lines.filter(({ bidId }) => lotOf.get(bidId) === lotId);
    return [
      ...listDifferences(
        `${lotId} bids`,
        awardLines.map(({ bidId }) => bidId),
        own.map(({ bidId }) => bidId),
      ),
      ...own.flatMap((line, place) => listDifferences(line.bidId, awardLines[place], line)),
      ...listDifferences(`${lotId} awardedPacks`, awardedPacks, sumPacks(own)),
      ...listDifferences(
        `${lotId} costRp`,
        costRp,
        own.reduce((sum, { amountRp }) => sum + amountRp, 0),
      ),
    ];
  });
};

const checkBound = ({ problem, outcome }: AwardFile): string[] => {
  const total = BigInt(outcome.cost.totalMilliRp);
  const bound = BigInt(outcome.boundMilliRp);
  const room = problem.side === 'buy' ? total - bound : bound - total;
  if (room < 0n) return [`boundMilliRp: ${bound} beyond the total of ${total}`];
  const size = total < 0n ? -total : total;
  const gapPpm = size === 0n ? 0 : Number((room * 1_000_000n + size - 1n) / size);
  return listDifferences('gapPpm', outcome.gapPpm, gapPpm);
};

const checkShares = ({ pool, lots }: AwardFile): string[] =>
  lots.flatMap(({ lotId, awardedPacks, lines, shares }) => {
    const expected = shareByRule(pool.rationingRule, awardedPacks, lines);
    const found = new Map(shares.map(({ draw, packs }) => [draw, packs]));
    return [
      ...listDifferences(`${lotId} shares`, shares.length, expected.length),
      ...expected.flatMap(({ draw, packs }) =>
        listDifferences(`${lotId} ${draw.slice(0, 12)}`, found.get(draw) ?? null, packs),
      ),
    ];
  });

/** A proven optimum is met again to the milli-rupiah; one that was not proven may only be matched or bettered in proof. */
const checkAnew = ({ problem, outcome }: AwardFile, anew: ProblemAward): string[] => {
  const total = BigInt(outcome.cost.totalMilliRp);
  const isBound = problem.side === 'buy' ? anew.boundMilliRp <= total : anew.boundMilliRp >= total;
  if (!isBound) return [`totalMilliRp: ${total} is better than the proven bound ${anew.boundMilliRp}`];
  return listDifferences('totalMilliRp', String(total), String(anew.cost.totalMilliRp));
};

/** A check that fails by itself tells why, and does not end the others. */
const attempt = (check: () => string[]): string[] => {
  try {
    return check();
  } catch (error) {
    if (error instanceof RangeError) return [error.message];
    throw error;
  }
};

/**
 * Checks all that an award file says, as any member can: limits, costs and amounts, bound, shares; and, with
 * the award solved anew, that no better one exists. `anew` null: it was not solved.
 *
 *   a tier price lowered after the award -> COST_IS_RIGHT and AMOUNTS_ADD_UP fail
 *   a pack moved to a later line         -> SHARES_FOLLOW_THE_RULE fails
 */
export const verifyAwardFile = (file: AwardFile, anew: ProblemAward | null): AwardCheck[] => {
  const judge = (code: AwardCheck['code'], check: () => string[]): AwardCheck => {
    const faults = attempt(check);
    return { code, holds: faults.length === 0, isSkipped: false, faults };
  };
  return [
    judge('DEMAND_IS_THE_LINES', () => checkDemand(file)),
    judge('RULE_IS_THE_POOLS', () => checkRule(file)),
    judge('LIMITS_ARE_KEPT', () => listBrokenDeliveries(file.problem, file.outcome.deliveries)),
    judge('REST_IS_UNSERVED', () => checkUnserved(file)),
    judge('COST_IS_RIGHT', () => checkCost(file)),
    judge('AMOUNTS_ADD_UP', () => checkAmounts(file)),
    judge('BOUND_IS_CONSISTENT', () => checkBound(file)),
    judge('SHARES_FOLLOW_THE_RULE', () => checkShares(file)),
    // Here stands the check that the coalition is stable, once files carry limits of lines.
    anew === null
      ? { code: 'SOLVED_ANEW', holds: true, isSkipped: true, faults: [] }
      : judge('SOLVED_ANEW', () => checkAnew(file, anew)),
  ];
};
