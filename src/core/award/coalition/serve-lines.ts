import { rationByDraw } from '../../lot/ration-lot.js';
import type { AwardProblem, ProblemAward } from '../joint/award-problem.js';
import { groupBy } from '../joint/group-by.js';
import type { CoalitionInput, CoalitionLine, ShortZone } from './coalition.js';
import type { ServedLine } from './share-landed.js';
import { stateDemands } from './state-demands.js';

/** Lines with the packs an award serves them with; in the order of the lines. */
export interface Serving {
  readonly served: readonly ServedLine[];
  readonly problem: AwardProblem;
  readonly award: ProblemAward | null;
  /** Zones that nobody delivers enough to: their lines share what reaches them, all others the rest. */
  readonly shortZones: readonly ShortZone[];
}

export type Seeking<Result> = Generator<AwardProblem, Result, ProblemAward | null>;

/** What a search keeps: answers by demands, so that none is asked for twice. */
export interface Answers {
  readonly known: Map<string, ProblemAward | null>;
}

const sum = (packs: readonly number[]): number => packs.reduce((total, each) => total + each, 0);

/** The draw of each line, for rationing. */
export const listDraws = (lines: readonly CoalitionLine[]): ((line: { lineId: string }) => string) => {
  const draws = new Map(lines.map(({ lineId, draw }) => [lineId, draw]));
  return ({ lineId }) => draws.get(lineId) ?? '';
};

/** Awards exactly these packs; an answer that is known is not asked for again. */
export function* serveExactly(
  { problem }: CoalitionInput,
  answers: Answers,
  served: readonly ServedLine[],
): Seeking<Serving> {
  const stated = stateDemands(problem, served);
  const key = JSON.stringify(stated.lots.map(({ demands }) => demands));
  const known = answers.known.get(key);
  if (known !== undefined) return { served, problem: stated, award: known, shortZones: [] };
  const award = stated.lots.every(({ demands }) => demands.length === 0) ? null : yield stated;
  answers.known.set(key, award);
  return { served, problem: stated, award, shortZones: [] };
}

export const isFullyServed = ({ award }: Serving): boolean =>
  award?.unserved.every(({ packs }) => packs === 0) ?? false;

/** Packs that an award serves, of a lot or of a zone of it. */
const servedPacks = ({ problem, award }: Serving, lotId: string, zoneId?: string): number => {
  const isMeant = (each: { readonly lotId: string; readonly zoneId: string }): boolean =>
    each.lotId === lotId && (zoneId ?? each.zoneId) === each.zoneId;
  const asked = problem.lots.flatMap((lot) =>
    lot.demands.map((demand) => ({ ...demand, lotId: lot.lotId })).filter(isMeant),
  );
  const unserved = (award?.unserved ?? []).filter(isMeant);
  return sum(asked.map(({ packs }) => packs)) - sum(unserved.map(({ packs }) => packs));
};

/**
 * Awards a group of lines. What is short is rationed by the pool's rule over the whole lot first and the
 * award solved for the rationed demands, so that no zone bears it alone. A zone that is short even so
 * (nobody delivers more there) shares what reaches it, and the others share the rest.
 *
 *   20 packs for A 20 and B 20, delivered anywhere   | A 10, B 10
 *   18 packs for A 20 and B 20, only 4 of them to B  | A 14, B 4
 */
export function* serveLines(
  input: CoalitionInput,
  answers: Answers,
  lines: readonly CoalitionLine[],
): Seeking<Serving> {
  const drawOf = listDraws(lines);
  const ration = (own: readonly CoalitionLine[], availablePacks: number): [string, number][] =>
    rationByDraw(
      {
        rule: input.rule,
        availablePacks: Math.max(0, availablePacks),
        lines: own.map(({ lineId, quantityPacks, minimumPacks }) => ({
          lineId,
          askedPacks: quantityPacks,
          minimumPacks,
        })),
      },
      drawOf,
    ).shares.map(({ lineId, sharePacks }) => [lineId, sharePacks]);
  const ofLot = groupBy(lines, ({ lotId }) => lotId);
  /** By lot: packs there are, and of the zones that are short by themselves. */
  const found = new Map<string, { available: number; caps: Map<string, number> }>();
  let packs = new Map(lines.map((line) => [line.lineId, line.quantityPacks]));
  for (;;) {
    const serving: Serving = yield* serveExactly(
      input,
      answers,
      lines.map((line) => ({ line, packs: packs.get(line.lineId) ?? 0 })),
    );
    if (serving.award === null) return { ...serving, served: lines.map((line) => ({ line, packs: 0 })) };
    if (isFullyServed(serving)) {
      const shortZones = [...found].flatMap(([lotId, { caps }]) =>
        [...caps.keys()].map((zoneId) => ({ lotId, zoneId })),
      );
      return { ...serving, shortZones };
    }
    for (const [lotId, short] of groupBy(
      serving.award.unserved.filter((each) => each.packs > 0),
      (each) => each.lotId,
    )) {
      const known = found.get(lotId);
      if (!known) found.set(lotId, { available: servedPacks(serving, lotId), caps: new Map() });
      else for (const { zoneId } of short) known.caps.set(zoneId, servedPacks(serving, lotId, zoneId));
    }
    packs = new Map(packs);
    for (const [lotId, { available, caps }] of found) {
      const own = ofLot.get(lotId) ?? [];
      const free = own.filter(({ zoneId }) => !caps.has(zoneId));
      const shares = ration(free, available - sum([...caps.values()]));
      for (const [zoneId, cap] of caps)
        shares.push(
          ...ration(
            own.filter((line) => line.zoneId === zoneId),
            cap,
          ),
        );
      for (const [lineId, share] of shares) packs.set(lineId, share);
    }
  }
}
