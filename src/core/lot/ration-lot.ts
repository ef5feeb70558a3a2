import { draw } from '../kernel/draw.js';
import { split } from '../kernel/split.js';
import { assertWhole } from '../kernel/whole.js';
import { refuseLot } from './refusals.js';

export const rationingRules = ['proportional', 'equal-awards', 'equal-losses', 'talmud'] as const;
export type RationingRule = (typeof rationingRules)[number];

export interface RationedLine {
  readonly lineId: string;
  readonly askedPacks: number;
  /** Fewer is no use to this line; it would rather have none. */
  readonly minimumPacks: number;
}

export interface Ration {
  /** What the draw hashes with each line: the pool. */
  readonly poolId: string;
  readonly rule: RationingRule;
  readonly availablePacks: number;
  readonly lines: readonly RationedLine[];
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

interface Claim extends RationedLine {
  readonly draw: string;
}

interface Part {
  readonly claim: Claim;
  readonly packs: number;
}

const shareByRule = (rule: RationingRule, availablePacks: number, claims: readonly Claim[]): Part[] => {
  const asked = claims.map((claim) => claim.askedPacks);
  const askedSum = asked.reduce((sum, packs) => sum + packs, 0);
  if (availablePacks >= askedSum) return claims.map((claim) => ({ claim, packs: claim.askedPacks }));
  switch (rule) {
    case 'proportional': {
      const packs = split(availablePacks, asked);
      return claims.map((claim, place) => ({ claim, packs: packs[place] ?? 0 }));
    }
    case 'equal-awards':
    case 'equal-losses':
    case 'talmud':
      throw refuseLot('RATIONING_RULE_NOT_OFFERED_YET', { rule });
  }
};

/** Of two lines below their minimum, whether the first falls shorter: smaller share to minimum, then the draw. */
const fallsShorter = (part: Part, other: Part): boolean => {
  const mine = BigInt(part.packs) * BigInt(other.claim.minimumPacks);
  const theirs = BigInt(other.packs) * BigInt(part.claim.minimumPacks);
  return mine === theirs ? part.claim.draw < other.claim.draw : mine < theirs;
};

const shortest = (parts: readonly Part[]): Part | undefined =>
  parts
    .filter(({ claim, packs }) => packs < claim.minimumPacks)
    .reduce<Part | undefined>(
      (worst, part) => (worst && !fallsShorter(part, worst) ? worst : part),
      undefined,
    );

const assertRation = ({ availablePacks, lines }: Ration): void => {
  assertWhole(availablePacks, 'availablePacks');
  if (availablePacks < 0) throw new RangeError(`availablePacks must not be negative, got ${availablePacks}`);
  if (new Set(lines.map((line) => line.lineId)).size < lines.length)
    throw new RangeError('a line is named twice');
  for (const { lineId, askedPacks, minimumPacks } of lines) {
    assertWhole(askedPacks, 'askedPacks');
    assertWhole(minimumPacks, 'minimumPacks');
    if (askedPacks <= 0 || minimumPacks < 0 || minimumPacks > askedPacks)
      throw new RangeError(`line ${lineId} asks ${askedPacks}, at least ${minimumPacks}`);
  }
};

/**
 * Shares what there is among those who asked for it by the pool's declared rule, not first-come: a slow
 * connection must not cost a koperasi its rice. Whole packs, nobody above what they asked.
 *
 *   available | asked (minimum)    | shares
 *          50 | 60, 30, 10         | 30, 15, 5
 *           2 | 1, 1, 1            | 1, 1, 0     the odd pack by the published draw
 *          50 | 60, 30 (20), 10    | 43, 0, 7    15 is no use to the second: released, shared again
 *
 * Lines whose share falls below their minimum are released one at a time, the one that falls shortest
 * first, for what it frees may be enough for the next. Each release costs one sharing.
 * @throws Refusal RATIONING_RULE_NOT_OFFERED_YET; RangeError on lines that no pool accepts.
 */
export const rationLot = (ration: Ration): RationOutcome => {
  assertRation(ration);
  const claims = ration.lines
    .map((line): Claim => ({ ...line, draw: draw(ration.poolId, line.lineId) }))
    .sort((a, b) => (a.draw < b.draw ? -1 : 1));
  let staying = claims;
  let parts = shareByRule(ration.rule, ration.availablePacks, staying);
  for (let leaving = shortest(parts); leaving !== undefined; leaving = shortest(parts)) {
    const { claim } = leaving;
    staying = staying.filter((each) => each !== claim);
    parts = shareByRule(ration.rule, ration.availablePacks, staying);
  }
  const packsOf = new Map(parts.map(({ claim, packs }) => [claim, packs]));
  return {
    shares: claims.map((claim) => ({
      lineId: claim.lineId,
      askedPacks: claim.askedPacks,
      sharePacks: packsOf.get(claim) ?? 0,
      draw: claim.draw,
    })),
    surplusPacks: parts.reduce((left, { packs }) => left - packs, ration.availablePacks),
  };
};
