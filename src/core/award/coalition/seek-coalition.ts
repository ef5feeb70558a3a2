import type { Coalition, CoalitionInput, CoalitionLine, LineOutcome, TakenTolerance } from './coalition.js';
import { readmitLines } from './readmit-lines.js';
import type { Seeking } from './serve-lines.js';
import type { Appraisal } from './take-tolerance.js';
import {
  listLots,
  listUnwilling,
  NOTHING,
  reasonOf,
  weigh,
  weighPlainly,
  type Search,
} from './weigh-group.js';

/** The lines in the order of the published draw: whoever joined first leaves no trace. */
const inDrawOrder = ({ lines }: CoalitionInput): CoalitionLine[] =>
  [...lines].sort((one, other) => (one.draw < other.draw ? -1 : Number(one.draw > other.draw)));

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
    const gone = new Set(leaving);
    group = group.filter((line) => !gone.has(line));
  }
}

const stateOutcome = (
  { lineId }: CoalitionLine,
  { shares }: Appraisal,
  left: Pick<LineOutcome, 'reason' | 'wouldPay'> | undefined,
): LineOutcome =>
  left
    ? { lineId, ...NOTHING, ...left }
    : { lineId, ...(shares.get(lineId) ?? NOTHING), reason: null, wouldPay: null };

/** Where tolerated packs are taken: what the same lines would have come to without. */
function* listTolerances(search: Search, appraisal: Appraisal): Seeking<TakenTolerance[]> {
  const taken = appraisal.served.filter(({ line, packs }) => packs > line.quantityPacks);
  if (taken.length === 0) return [];
  const members = appraisal.served.map(({ line }) => line);
  const plain = new Map(
    listLots(yield* weighPlainly(search.input, search.answers, members)).map((lot) => [lot.lotId, lot]),
  );
  const lotIds = new Set(taken.map(({ line }) => line.lotId));
  return listLots(appraisal)
    .filter(({ lotId }) => lotIds.has(lotId))
    .map((lot) => {
      const { packs, amountRp } = plain.get(lot.lotId) ?? NOTHING;
      return { ...lot, plain: { packs, amountRp } };
    })
    .sort((one, other) => (one.lotId < other.lotId ? -1 : 1));
}

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
 *    again, until a whole round brings nobody back (`readmitLines`, which says how often at most). Where those
 *    who are in need no tolerated packs, it is without any that others are weighed; they are looked for once
 *    more in the end.
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
  const { appraisal, unweighed } =
    search.out.size > 0 ? yield* readmitLines(search, all, stable) : { appraisal: stable, unweighed: 0 };
  const tolerances = yield* listTolerances(search, appraisal);
  return {
    lines: all.map((line) => stateOutcome(line, appraisal, search.out.get(line.lineId))),
    problem: appraisal.problem,
    award: appraisal.award,
    rounds: search.rounds,
    tolerances,
    shortZones: appraisal.shortZones,
    unweighed,
    solves: search.answers.known.size,
  };
}
