import { isBeyondReach } from './bound-price.js';
import type { CoalitionInput, CoalitionLine, LandedShare, LineOutcome } from './coalition.js';
import type { Seeking } from './serve-lines.js';
import { passesLimit } from './share-landed.js';
import { takeTolerance, type Appraisal } from './take-tolerance.js';
import {
  listLots,
  listUnwilling,
  NOTHING,
  reasonOf,
  weigh,
  weighPlainly,
  type Search,
} from './weigh-group.js';

/** Groups that readmission weighs at most, and lines in all of them together. */
const MOST_GROUPS = 2_000;
const MOST_LINES = 20_000_000;

/** What a trial of one line says of all lines of its kind. */
interface Verdict {
  readonly trial: Appraisal;
  readonly share: LandedShare;
  /** Others would leave or get nothing, and by more than the odd rupiah that the draw decides. */
  readonly drivesOut: boolean;
  /** Of the round in which it is told; `told` holds the same. */
  readonly lineIds: string[];
  readonly told: Set<string>;
}

/** What is said to a line that stays out. */
const refuse = (
  line: CoalitionLine,
  isUnwilling: boolean,
  { trial, share }: Pick<Verdict, 'trial' | 'share'>,
): Pick<LineOutcome, 'reason' | 'wouldPay'> =>
  share.packs === 0
    ? { reason: reasonOf(line, trial), wouldPay: null }
    : { reason: isUnwilling ? 'LIMIT_EXCEEDED' : 'OTHERS_WOULD_LEAVE', wouldPay: share };

const usesTolerance = ({ served }: Appraisal): boolean =>
  served.some(({ line, packs }) => packs > line.quantityPacks);

/** By lot the packs that those who are in asked for, as far as they are served. */
const packsByLot = ({ served }: Appraisal): Map<string, number> => {
  const packs = new Map<string, number>();
  for (const { line, packs: own } of served)
    packs.set(line.lotId, (packs.get(line.lotId) ?? 0) + Math.min(own, line.quantityPacks));
  return packs;
};

const listZones = ({ lines }: CoalitionInput): Map<string, string[]> => {
  const zones = new Map<string, Set<string>>();
  for (const { lotId, zoneId } of lines)
    zones.set(lotId, (zones.get(lotId) ?? new Set<string>()).add(zoneId));
  return new Map([...zones].map(([lotId, ids]) => [lotId, [...ids]]));
};

/**
 * Names the kind of a line: lines of one kind ask for the same on the same terms, and no bid tells their zones
 * apart. Limits are left out: what a line would pay does not depend on them.
 */
const nameKinds = ({ problem, pricing }: CoalitionInput): ((line: CoalitionLine) => string) => {
  const places = new Map<string, string>();
  const placeOf = ({ lotId, zoneId, buyerId }: CoalitionLine): string => {
    const bids = problem.bids.filter((bid) => bid.lotId === lotId);
    if (bids.some(({ maxPerBuyerPacks }) => maxPerBuyerPacks !== null)) return `${zoneId} ${buyerId}`;
    if (pricing === 'per-zone') return zoneId;
    const key = JSON.stringify([lotId, zoneId]);
    const known = places.get(key);
    if (known !== undefined) return known;
    const place = JSON.stringify(
      bids.map(({ surchargeRpPerUnit, freightRpPerUnit }) => [
        surchargeRpPerUnit[zoneId] === undefined ? 0 : surchargeRpPerUnit[zoneId],
        freightRpPerUnit[zoneId] ?? 0,
      ]),
    );
    places.set(key, place);
    return place;
  };
  return (line) =>
    JSON.stringify([line.lotId, line.quantityPacks, line.tolerancePacks, line.minimumPacks, placeOf(line)]);
};

/** A rupiah in a line's favour: as much as the draw moves an equal line's share. */
const favoured = (side: 'buy' | 'sell', { packs, amountRp }: LandedShare): LandedShare => ({
  packs,
  amountRp: side === 'buy' ? amountRp - 1 : amountRp + 1,
});

const judge = (
  { input, sizes }: Search,
  line: CoalitionLine,
  trial: Appraisal,
  lineIds: string[],
): Verdict => {
  const { side } = input.problem;
  const leaves = (other: CoalitionLine): boolean => {
    const share = trial.shares.get(other.lineId) ?? NOTHING;
    return passesLimit(side, other, favoured(side, share), sizes.get(other.lotId) ?? 0);
  };
  const share = trial.shares.get(line.lineId) ?? NOTHING;
  const drivesOut = trial.served.some(
    (other) => other.line !== line && (other.packs === 0 || leaves(other.line)),
  );
  return { trial, share, drivesOut, lineIds, told: new Set(lineIds) };
};

/** Whether a verdict on a line's like is one on the line itself. */
const isSaid = ({ input, sizes }: Search, line: CoalitionLine, verdict: Verdict): boolean => {
  const { side } = input.problem;
  return (
    verdict.share.packs === 0 ||
    verdict.drivesOut ||
    passesLimit(side, line, favoured(side, verdict.share), sizes.get(line.lotId) ?? 0)
  );
};

/**
 * Weighs each of those who left anew, in the order of the draw, and takes back whom all can accept; again, until
 * a whole round brings nobody back.
 *
 * Sparing, so that 80,000 lines do not mean as many awards: who is beyond reach is not weighed (`isBeyondReach`),
 * and what a line is told holds for all of its kind as long as the group is the same, whatever their limits. So
 * a group is weighed with as many lines as there are kinds, not as there are lines. At most 2,000 groups, and 20
 * million lines in them, are weighed; who then still waits stays out with what it was told last, and is counted.
 */
export function* readmitLines(
  search: Search,
  all: readonly CoalitionLine[],
  stable: Appraisal,
): Seeking<{ appraisal: Appraisal; unweighed: number }> {
  const { input, answers, rounds, out, sizes } = search;
  const { side } = input.problem;
  const [zonesOf, kindOf] = [listZones(input), nameKinds(input)];
  const candidates = all.filter((line) => out.has(line.lineId));
  let [best, isMoving, groups, lines] = [stable, true, 0, 0];
  let [beside, members] = [packsByLot(best), new Set(best.served.map((each) => each.line))];
  let [verdicts, waiting] = [new Map<string, Verdict>(), new Set<string>()];
  while (isMoving) {
    isMoving = false;
    for (const line of candidates) {
      const { lineId, lotId } = line;
      if (!out.has(lineId) || isBeyondReach(input, line, beside.get(lotId) ?? 0, zonesOf.get(lotId) ?? []))
        continue;
      const kind = kindOf(line);
      const known = verdicts.get(kind);
      if (known && isSaid(search, line, known)) {
        const isUnwilling = passesLimit(side, line, known.share, sizes.get(lotId) ?? 0);
        if (!known.told.has(lineId)) known.lineIds.push(lineId);
        known.told.add(lineId);
        out.set(lineId, refuse(line, isUnwilling, known));
        continue;
      }
      if (groups >= MOST_GROUPS || (groups > 0 && lines + members.size > MOST_LINES)) {
        waiting.add(lineId);
        continue;
      }
      const group = all.filter((each) => each === line || members.has(each));
      groups += 1;
      lines += group.length;
      const trial = yield* usesTolerance(best)
        ? weigh(input, answers, group)
        : weighPlainly(input, answers, group);
      const unwilling = listUnwilling(search, trial);
      const isIn = unwilling.length === 0 && trial.served.every(({ packs }) => packs > 0);
      const lineIds = [lineId];
      rounds.push({ step: isIn ? 'readmitted' : 'kept-out', lineIds, lots: listLots(trial) });
      if (isIn) {
        out.delete(lineId);
        [best, isMoving, beside, members] = [
          trial,
          true,
          packsByLot(trial),
          new Set(trial.served.map((each) => each.line)),
        ];
        [verdicts, waiting] = [new Map(), new Set()];
      } else {
        const verdict = judge(search, line, trial, lineIds);
        verdicts.set(kind, verdict);
        out.set(lineId, refuse(line, unwilling.includes(line), verdict));
      }
    }
  }
  const appraisal = usesTolerance(best) ? best : yield* takeTolerance(input, answers, best);
  return { appraisal, unweighed: waiting.size };
}
