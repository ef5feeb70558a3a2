import { draw } from '../../kernel/draw.js';
import { groupBy } from '../../kernel/group-by.js';
import { isBeyondReach } from './bound-price.js';
import type {
  Coalition,
  CoalitionInput,
  CoalitionLine,
  CoalitionRound,
  LandedShare,
  LineOutcome,
} from './coalition.js';
import { serveLines, type Answers, type Seeking } from './serve-lines.js';
import { passesLimit } from './share-landed.js';
import { appraise, takeTolerance, type Appraisal } from './take-tolerance.js';

/** The lines in the order of the published draw: whoever joined first leaves no trace. */
const inDrawOrder = ({ poolId, lines }: CoalitionInput): CoalitionLine[] => {
  const drawn = lines.map((line) => ({ line, draw: draw(poolId, line.lineId) }));
  drawn.sort((one, other) => (one.draw < other.draw ? -1 : Number(one.draw > other.draw)));
  return drawn.map(({ line }) => line);
};

function* weighPlainly(
  input: CoalitionInput,
  answers: Answers,
  group: readonly CoalitionLine[],
): Seeking<Appraisal> {
  return appraise(input, yield* serveLines(input, answers, group));
}

function* weigh(
  input: CoalitionInput,
  answers: Answers,
  group: readonly CoalitionLine[],
): Seeking<Appraisal> {
  return yield* takeTolerance(input, answers, yield* weighPlainly(input, answers, group));
}

const listLots = ({ served, shares }: Appraisal): CoalitionRound['lots'] =>
  [...groupBy(served, ({ line }) => line.lotId)].map(([lotId, own]) => ({
    lotId,
    packs: own.reduce((sum, { packs }) => sum + packs, 0),
    amountRp: own.reduce((sum, { line }) => sum + (shares.get(line.lineId)?.amountRp ?? 0), 0),
  }));

/** What a search has come to: the group, how it fares, and what was said to those who left. */
interface Search {
  readonly input: CoalitionInput;
  readonly answers: Answers;
  readonly sizes: ReadonlyMap<string, number>;
  readonly rounds: CoalitionRound[];
  readonly out: Map<string, Pick<LineOutcome, 'reason' | 'wouldPay'>>;
}

/** Who would pass their limit at an appraisal. */
const listUnwilling = ({ input, sizes }: Search, { served, shares }: Appraisal): CoalitionLine[] =>
  served
    .map(({ line }) => line)
    .filter((line) => {
      const share = shares.get(line.lineId);
      return share && passesLimit(input.problem.side, line, share, sizes.get(line.lotId) ?? 0);
    });

const NOTHING: LandedShare = { packs: 0, amountRp: 0 };

/** Why a line that nobody's limit keeps out has no packs. */
const reasonOf = ({ minimumPacks }: CoalitionLine, { award }: Appraisal): LineOutcome['reason'] =>
  award !== null && minimumPacks > 0 ? 'RELEASED_BELOW_MINIMUM' : 'UNSERVED';

/** Lets those go whose limit is passed, all at once, until nobody is; then those who got nothing. */
function* shrink(search: Search, all: readonly CoalitionLine[]): Seeking<Appraisal> {
  const { input, answers, rounds, out } = search;
  let group = all;
  for (;;) {
    const appraisal = yield* weigh(input, answers, group);
    const unwilling = listUnwilling(search, appraisal);
    const leaving =
      unwilling.length > 0
        ? unwilling
        : appraisal.served.filter(({ packs }) => packs === 0).map(({ line }) => line);
    rounds.push({
      step: leaving.length > 0 ? 'left' : 'weighed',
      lineIds: leaving.map((line) => line.lineId),
      lots: listLots(appraisal),
    });
    if (leaving.length === 0) return appraisal;
    for (const line of leaving)
      out.set(
        line.lineId,
        unwilling.length > 0
          ? { reason: 'LIMIT_EXCEEDED', wouldPay: appraisal.shares.get(line.lineId) ?? null }
          : { reason: reasonOf(line, appraisal), wouldPay: null },
      );
    group = group.filter((line) => !leaving.includes(line));
  }
}

/** What is said to a line that stays out. */
const refuse = (
  line: CoalitionLine,
  unwilling: readonly CoalitionLine[],
  trial: Appraisal,
): Pick<LineOutcome, 'reason' | 'wouldPay'> => {
  const share = trial.shares.get(line.lineId) ?? NOTHING;
  if (share.packs === 0) return { reason: reasonOf(line, trial), wouldPay: null };
  return {
    reason: unwilling.includes(line) ? 'LIMIT_EXCEEDED' : 'OTHERS_WOULD_LEAVE',
    wouldPay: share,
  };
};

const usesTolerance = ({ served }: Appraisal): boolean =>
  served.some(({ line, packs }) => packs > line.quantityPacks);

/** Packs of a line's lot that those who are in asked for, as far as they are served. */
const packsBeside = ({ served }: Appraisal, { lotId }: CoalitionLine): number =>
  served
    .filter(({ line }) => line.lotId === lotId)
    .reduce((sum, { line, packs }) => sum + Math.min(packs, line.quantityPacks), 0);

/** Weighs each of those who left anew, in the order of the draw, and takes back whom all can accept. */
function* readmit(search: Search, all: readonly CoalitionLine[], stable: Appraisal): Seeking<Appraisal> {
  const { input, answers, rounds, out } = search;
  const candidates = all.filter((line) => out.has(line.lineId));
  let [best, isMoving] = [stable, true];
  while (isMoving) {
    isMoving = false;
    for (const line of candidates) {
      if (!out.has(line.lineId) || isBeyondReach(input, line, packsBeside(best, line))) continue;
      const members = new Set(best.served.map((each) => each.line));
      const group = all.filter((each) => each === line || members.has(each));
      const trial = yield* usesTolerance(best)
        ? weigh(input, answers, group)
        : weighPlainly(input, answers, group);
      const unwilling = listUnwilling(search, trial);
      const isIn = unwilling.length === 0 && trial.served.every(({ packs }) => packs > 0);
      rounds.push({
        step: isIn ? 'readmitted' : 'kept-out',
        lineIds: [line.lineId],
        lots: listLots(trial),
      });
      if (isIn) {
        out.delete(line.lineId);
        best = trial;
        isMoving = true;
      } else out.set(line.lineId, refuse(line, unwilling, trial));
    }
  }
  return usesTolerance(best) ? best : yield* takeTolerance(input, answers, best);
}

const stateOutcome = (
  { lineId }: CoalitionLine,
  { shares }: Appraisal,
  left: Pick<LineOutcome, 'reason' | 'wouldPay'> | undefined,
): LineOutcome =>
  left
    ? { lineId, ...NOTHING, ...left }
    : { lineId, ...(shares.get(lineId) ?? NOTHING), reason: null, wouldPay: null };

/**
 * Seeks who buys (or sells) together: everybody whose landed price, with the others who stay, is within
 * their own limit. A generator, so that it stays pure: it yields problems, the caller awards them and hands
 * each award back, or null where there is none.
 *
 * 1. All lines. The award for their demands, rationed where it is short (`serveLines`), with tolerated packs
 *    where these lower the price for all (`takeTolerance`). Those whose limit is passed leave, together (and
 *    when nobody is left to leave, those who got nothing);
 *    again, until nobody does. Where the price falls with volume this is the largest group that is stable.
 * 2. Where it does not (scarcity: with fewer, the dear supplier is not needed), those who left are weighed
 *    anew one by one in the order of the published draw, and stay if all still accept and keep packs;
 *    again, until a whole round brings nobody back. Where those who are in need no tolerated packs, it is
 *    without any that others are weighed; they are looked for once more in the end.
 *
 *   limits Rp100, Rp95, Rp80; 3 packs cost Rp90 each, 2 packs Rp94 | the first two at Rp94; the third would pay Rp90
 *
 * Nobody in it is beyond a limit, to the rupiah. The order of the lines leaves no trace.
 */
export function* seekCoalition(input: CoalitionInput): Seeking<Coalition> {
  const all = inDrawOrder(input);
  const search: Search = {
    input,
    answers: { known: new Map() },
    sizes: new Map(input.problem.lots.map(({ lotId, packSizeMilli }) => [lotId, packSizeMilli])),
    rounds: [],
    out: new Map(),
  };
  const stable = yield* shrink(search, all);
  const appraisal = search.out.size > 0 ? yield* readmit(search, all, stable) : stable;
  return {
    lines: all.map((line) => stateOutcome(line, appraisal, search.out.get(line.lineId))),
    problem: appraisal.problem,
    award: appraisal.award,
    rounds: search.rounds,
    solves: search.answers.known.size,
  };
}
