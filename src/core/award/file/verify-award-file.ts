import { sumPacks } from '../../kernel/sum-of.js';
import { writeOutcome } from '../award-outcome.js';
import { costDeliveries, listMissingSuppliers, listUnserved } from '../joint/cost-deliveries.js';
import { listBrokenDeliveries } from '../joint/list-broken-deliveries.js';
import type { ProblemAward } from '../joint/award-problem.js';
import { listAwardLines } from '../list-award-lines.js';
import type { Coalition } from '../coalition/coalition.js';
import type { AwardFile } from './award-file.js';
import {
  checkAmounts,
  checkDemand,
  checkLimits,
  checkRationing,
  checkReplay,
  listDifferences,
} from './check-shares.js';

/** One check, with what was found where it does not hold; `isSkipped`: it was not asked for. */
export interface AwardCheck {
  readonly code: keyof typeof checkWords;
  readonly holds: boolean;
  readonly isSkipped: boolean;
  readonly faults: readonly string[];
}

export const checkWords = {
  DEMAND_IS_THE_SHARES: {
    id: 'Kebutuhan tiap paket sama dengan jumlah jatah pesanannya',
    en: "Each lot's demand is the sum of its lines' shares",
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
  NOBODY_IS_BEYOND_THEIR_LIMIT: {
    id: 'Tidak ada yang melampaui batas harganya sendiri; yang keluar memang akan melampauinya',
    en: 'Nobody is beyond their own limit, and who is out would have been',
  },
  SHARES_COST_WHAT_THEY_SHOULD: {
    id: 'Nilai tiap jatah benar sampai rupiah terakhir',
    en: 'What each share comes to is right to the rupiah',
  },
  COALITION_IS_STABLE: {
    id: 'Dicari ulang, yang membeli bersama tetap sama, dengan jatah dan alasan yang sama',
    en: 'Sought anew, the same lines buy together, with the same shares and reasons',
  },
  SOLVED_ANEW: {
    id: 'Dihitung ulang, biayanya sama',
    en: 'Solved anew, the cost is the same',
  },
} as const;

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

const checkLines = (file: AwardFile): string[] => {
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

const skip = (code: AwardCheck['code']): AwardCheck => ({ code, holds: true, isSkipped: true, faults: [] });

/**
 * Checks all that an award file says, as any member can: limits, costs and amounts, bound, shares; and, with
 * the coalition sought and the award solved anew, that the same lines buy together and no better award exists.
 * `anew` and `replayed` null: it was not solved.
 *
 *   a tier price lowered after the award -> COST_IS_RIGHT and AMOUNTS_ADD_UP fail
 *   a pack moved to a later line         -> SHARES_FOLLOW_THE_RULE fails
 */
export const verifyAwardFile = (
  file: AwardFile,
  anew: ProblemAward | null,
  replayed: Coalition | null,
): AwardCheck[] => {
  const judge = (code: AwardCheck['code'], check: () => string[]): AwardCheck => {
    const faults = attempt(check);
    return { code, holds: faults.length === 0, isSkipped: false, faults };
  };
  return [
    judge('DEMAND_IS_THE_SHARES', () => checkDemand(file)),
    judge('RULE_IS_THE_POOLS', () => checkRule(file)),
    judge('LIMITS_ARE_KEPT', () => listBrokenDeliveries(file.problem, file.outcome.deliveries)),
    judge('REST_IS_UNSERVED', () => checkUnserved(file)),
    judge('COST_IS_RIGHT', () => checkCost(file)),
    judge('AMOUNTS_ADD_UP', () => checkLines(file)),
    judge('BOUND_IS_CONSISTENT', () => checkBound(file)),
    judge('SHARES_FOLLOW_THE_RULE', () => checkRationing(file)),
    judge('NOBODY_IS_BEYOND_THEIR_LIMIT', () => checkLimits(file)),
    judge('SHARES_COST_WHAT_THEY_SHOULD', () => checkAmounts(file)),
    replayed === null
      ? skip('COALITION_IS_STABLE')
      : judge('COALITION_IS_STABLE', () => checkReplay(file, replayed)),
    anew === null ? skip('SOLVED_ANEW') : judge('SOLVED_ANEW', () => checkAnew(file, anew)),
  ];
};
