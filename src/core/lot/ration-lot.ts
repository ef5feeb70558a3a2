import { draw as drawOf } from '../kernel/draw.js';
import { split } from '../kernel/split.js';
import { assertWhole } from '../kernel/whole.js';
import type { RationingRule } from '../pool/rationing-rule.js';
import { idealShares } from './reckon-ideals.js';
import { releaseLines } from './release-lines.js';

export interface RationedLine {
  readonly lineId: string;
  readonly askedPacks: number;
  /** Fewer is no use to this line; it would rather have none. */
  readonly minimumPacks: number;
  /** Packs more that it would take; none when left out. */
  readonly tolerancePacks?: number;
}

export interface Ration {
  /** What the draw hashes with each line: the pool. */
  readonly poolId: string;
  readonly rule: RationingRule;
  readonly availablePacks: number;
  readonly lines: readonly RationedLine[];
  /** Whether what is more than asked goes to those who tolerate more, by the same rule; else it is surplus. */
  readonly usesTolerance?: boolean;
}

export interface LineShare {
  readonly lineId: string;
  readonly askedPacks: number;
  readonly sharePacks: number;
  /** The line's place in the published draw; smaller comes first. */
  readonly draw: string;
}

export interface RationOutcome {
  /** In the order of the draw. */
  readonly shares: readonly LineShare[];
  /** What nobody could use: more than was asked, or too little for the minimum of those left. */
  readonly surplusPacks: number;
}

const sum = (packs: readonly number[]): number => packs.reduce((total, each) => total + each, 0);

/** Whole packs by the rule, largest remainder first, equal remainders in the order given: that of the draw. */
const shareByRule = (rule: RationingRule, availablePacks: number, asked: readonly number[]): number[] =>
  availablePacks >= sum(asked)
    ? [...asked]
    : split(availablePacks, idealShares(rule, availablePacks, asked).numerators);

const assertRation = ({ availablePacks, lines }: Omit<Ration, 'poolId'>): void => {
  assertWhole(availablePacks, 'availablePacks');
  if (availablePacks < 0) throw new RangeError(`availablePacks must not be negative, got ${availablePacks}`);
  let largestPacks = 0;
  for (const { lineId, askedPacks, minimumPacks, tolerancePacks = 0 } of lines) {
    assertWhole(askedPacks, 'askedPacks');
    assertWhole(minimumPacks, 'minimumPacks');
    assertWhole(tolerancePacks, 'tolerancePacks');
    if (askedPacks <= 0 || minimumPacks < 0 || minimumPacks > askedPacks || tolerancePacks < 0)
      throw new RangeError(`line ${lineId} asks ${askedPacks}, at least ${minimumPacks}`);
    largestPacks = Math.max(largestPacks, askedPacks, tolerancePacks);
  }
  // Twice this is the largest number that ideal shares are reckoned with.
  assertWhole(2 * largestPacks * lines.length, 'the largest line times all lines');
};

/** A line by its draw. */
interface Claim {
  readonly line: RationedLine;
  readonly draw: string;
}

/** The lines in the order of the draw. Strings are sorted as such: a comparison of ours is slower. */
const inDrawOrder = (lines: readonly RationedLine[], drawOfLine: (line: RationedLine) => string): Claim[] => {
  const lineOf = new Map(lines.map((line) => [drawOfLine(line), line]));
  if (lineOf.size < lines.length) throw new RangeError('a line is named twice');
  return [...lineOf.keys()].sort().flatMap((draw) => {
    const line = lineOf.get(draw);
    return line === undefined ? [] : [{ line, draw }];
  });
};

/**
 * Shares what there is among those who asked for it by the pool's declared rule, not first-come: a slow
 * connection must not cost a koperasi its rice. Whole packs, nobody above what they asked.
 *
 *   available | asked (minimum)    | proportional | equal awards | equal losses | talmud
 *          50 | 60, 30, 10         | 30, 15, 5    | 20, 20, 10   | 40, 10, 0    | 30, 15, 5
 *          20 | 60, 30, 10         | 12, 6, 2     | 7, 7, 6      | 20, 0, 0     | 8, 7, 5
 *           2 | 1, 1, 1            | 1, 1, 0        in each: the odd pack by the published draw
 *          50 | 60, 30 (20), 10    | 43, 0, 7       15 is no use to the second: released, shared again
 *
 * Lines whose share falls below their minimum are released one at a time, the one that falls shortest
 * first, for what it frees may be enough for the next.
 * @throws RangeError on lines that no pool accepts.
 */
export const rationLot = (ration: Ration): RationOutcome =>
  rationByDraw(ration, ({ lineId }) => drawOf(ration.poolId, lineId));

/** The same of lines whose draw is told, as published lines under a pseudonym are. */
export const rationByDraw = (
  ration: Omit<Ration, 'poolId'>,
  drawOfLine: (line: RationedLine) => string,
): RationOutcome => {
  assertRation(ration);
  const { rule, availablePacks, lines, usesTolerance = false } = ration;
  const claims = inDrawOrder(lines, drawOfLine);
  const stays = releaseLines(
    rule,
    availablePacks,
    claims.map((claim) => claim.line),
  );
  const staying = claims.flatMap(({ line }, place) => (stays[place] === true ? [line] : []));
  const packs = shareByRule(
    rule,
    availablePacks,
    staying.map((line) => line.askedPacks),
  );
  const left = availablePacks - sum(packs);
  const extra = usesTolerance
    ? shareByRule(
        rule,
        left,
        staying.map((line) => line.tolerancePacks ?? 0),
      )
    : [];
  let served = 0;
  const shares = claims.map(({ line: { lineId, askedPacks }, draw }, place) => {
    if (stays[place] !== true) return { lineId, askedPacks, sharePacks: 0, draw };
    const sharePacks = (packs[served] ?? 0) + (extra[served] ?? 0);
    served += 1;
    return { lineId, askedPacks, sharePacks, draw };
  });
  return { shares, surplusPacks: left - sum(extra) };
};
