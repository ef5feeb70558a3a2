import { worstOf, type GuaranteeStep } from '../offer/guarantee-steps.js';
import { fitExposure } from './deposit/fit-exposure.js';
import type { Exposure } from './deposit/require-exposure.js';
import type { LineTerms } from './place-commitments.js';

/** What decides, of a pool and its item, whether lines may move from one to the other. */
export interface MergeSide {
  readonly regionCode: string;
  readonly side: string;
  readonly purpose: string;
  readonly contractMode: string;
  readonly depositRateBps: number;
  readonly mode: string;
  readonly ceilingRpPerUnit: number;
  /** The worst that its lines can come to pay, fees included, fixed when its pool opened. */
  readonly steps: readonly GuaranteeStep[];
}

/** An item of the same pack in a pool that is open and declared that it takes lines in. */
export interface MergeTarget extends MergeSide {
  readonly itemId: string;
  readonly poolId: string;
  readonly organiserId: string;
  readonly packSizeMilli: number;
  readonly closesAt: Date;
  /** The latest civil day on which it can close, in its organiser's time zone. */
  readonly closesOn: string;
  readonly neededFrom: string;
  readonly neededUntil: string;
}

export interface MergingLine extends LineTerms {
  readonly lineId: string;
  readonly koperasiId: string;
  readonly beneficiaryId: string;
  readonly neededBy: string;
  /** Carries a kitchen's requirement: it looks for a pool by itself, as when it was published. */
  readonly isRequirement: boolean;
  /** Whether its lot would refuse it anyway: somebody is suspended, a cold store is missing. */
  readonly isUnfit: boolean;
}

/** A line that stands under the same key in a target. */
export interface KeyedLine extends LineTerms {
  readonly lineId: string;
  readonly itemId: string;
  readonly koperasiId: string;
  readonly beneficiaryId: string;
  readonly neededBy: string;
  readonly state: 'active' | 'withdrawn';
  readonly isRequirement: boolean;
}

export interface LineMove {
  readonly lineId: string;
  readonly target: MergeTarget;
  /** The line there that takes these packs in; undefined: a new one. */
  readonly into: KeyedLine | undefined;
  /** What the line there says afterwards. */
  readonly terms: LineTerms;
}

export type ReleaseReason = 'REQUIREMENT' | 'NOT_CONSENTED' | 'NO_TARGET' | 'ABOVE_LIMIT';

/** What koperasi may still order with organisers, by `roomKey`; those without a limit are left out. */
export type Rooms = ReadonlyMap<string, Exposure>;
export const roomKey = (organiserId: string, koperasiId: string): string => `${organiserId} ${koperasiId}`;

export interface Merging {
  readonly moves: readonly LineMove[];
  readonly released: readonly { readonly lineId: string; readonly reason: ReleaseReason }[];
}

/** As many packs as a line may ask for when it is placed. */
const MOST_PACKS = 1_000_000;

/**
 * Nobody binds more or gets something else than what was shown before committing. A distributed item is one
 * supplier's, at its price and place and by its quota: no other pool's is the same.
 */
const suits = (source: MergeSide, target: MergeTarget): boolean =>
  target.regionCode === source.regionCode &&
  target.side === source.side &&
  target.purpose === source.purpose &&
  target.contractMode === source.contractMode &&
  source.mode === 'tender' &&
  target.mode === 'tender' &&
  target.depositRateBps <= source.depositRateBps &&
  (source.side === 'sell'
    ? target.ceilingRpPerUnit >= source.ceilingRpPerUnit
    : target.ceilingRpPerUnit <= source.ceilingRpPerUnit);

/**
 * Nobody pays more either: what the line was told as its worst holds in the target too, whatever fee that adds and
 * whatever standing offers bind it. With packs added to a line there the worst only falls.
 *
 *   20 packs, worst here Rp13,500 | worst there Rp13,500 + fee Rp25 -> no
 *   50 packs, here 40: Rp11,700   | there 1: Rp13,500               -> no
 */
const isNoDearer = ({ quantityPacks }: LineTerms, source: MergeSide, target: MergeTarget): boolean =>
  source.side === 'sell' ||
  worstOf(target.steps, quantityPacks, null) <= worstOf(source.steps, quantityPacks, null);

const isInTime = (line: MergingLine, target: MergeTarget): boolean =>
  target.neededFrom <= line.neededBy &&
  line.neededBy <= target.neededUntil &&
  target.closesOn <= line.neededBy;

/**
 * What a line says once another's packs are added: sums of packs. Undefined where it cannot be one line: the two
 * have other price limits, or the one there stands for a kitchen's requirement and is traced.
 *
 *   there                   | moving                 | together
 *   –                       | 20, minimum 5          | 20, minimum 5
 *   30, limit 13000         | 20, limit 13000        | 50, limit 13000
 *   30, limit 13000         | 20, no limit           | –
 *   30, withdrawn           | 20                     | 20
 */
const addUp = (line: MergingLine, standing: KeyedLine | undefined): LineTerms | undefined => {
  const { quantityPacks, tolerancePacks, minimumPacks, maxLandedRp, acceptsMerge } = line;
  const own: LineTerms = { quantityPacks, tolerancePacks, minimumPacks, maxLandedRp, acceptsMerge };
  if (standing === undefined) return own;
  if (standing.isRequirement) return undefined;
  if (standing.state === 'withdrawn') return own;
  if (standing.maxLandedRp !== maxLandedRp) return undefined;
  const together: LineTerms = {
    quantityPacks: standing.quantityPacks + quantityPacks,
    tolerancePacks: standing.tolerancePacks + tolerancePacks,
    minimumPacks: standing.minimumPacks + minimumPacks,
    maxLandedRp,
    acceptsMerge: standing.acceptsMerge,
  };
  return together.quantityPacks > MOST_PACKS || together.tolerancePacks > MOST_PACKS ? undefined : together;
};

const keyOf = (
  line: { koperasiId: string; beneficiaryId: string; neededBy: string },
  itemId: string,
): string => `${itemId} ${line.koperasiId} ${line.beneficiaryId} ${line.neededBy}`;

/**
 * Where the lines of an item go that missed its minimum: each into the pool that closes first of those that suit
 * it, or nowhere, with a reason. Only lines move whose koperasi agreed to it, and none above the limit that the
 * target's organiser set for it: first come the lines that stand first.
 *
 * @param lines the active lines of one item
 * @param targets items of the same pack, in any order
 * @param standing lines under the targets' items, at least those of the same keys
 * @param rooms limits of the targets' organisers, the lines that move not counted
 */
export const mergeLines = (
  source: MergeSide,
  lines: readonly MergingLine[],
  targets: readonly MergeTarget[],
  standing: readonly KeyedLine[],
  rooms: Rooms = new Map(),
): Merging => {
  const left = new Map(rooms);
  const suiting = targets
    .filter((target) => suits(source, target))
    .sort((a, b) => a.closesAt.getTime() - b.closesAt.getTime() || (a.itemId < b.itemId ? -1 : 1));
  const byKey = new Map(standing.map((line) => [keyOf(line, line.itemId), line]));
  const moves: LineMove[] = [];
  const released: { lineId: string; reason: ReleaseReason }[] = [];
  for (const line of lines) {
    const { lineId } = line;
    if (line.isRequirement || !line.acceptsMerge) {
      released.push({ lineId, reason: line.isRequirement ? 'REQUIREMENT' : 'NOT_CONSENTED' });
      continue;
    }
    const possible = suiting
      .filter((target) => !line.isUnfit && isInTime(line, target) && isNoDearer(line, source, target))
      .map((target) => {
        const into = byKey.get(keyOf(line, target.itemId));
        return { lineId, target, into, terms: addUp(line, into) };
      })
      .filter((each): each is LineMove => each.terms !== undefined);
    const move = possible.find((each) => {
      const key = roomKey(each.target.organiserId, line.koperasiId);
      const room = left.get(key);
      if (room === undefined || each.target.side === 'sell') return true;
      const { into, target: item, terms } = each;
      const after = fitExposure(room, { item, terms, standing: into?.state === 'active' ? into : undefined });
      if (after !== undefined) left.set(key, after);
      return after !== undefined;
    });
    if (move !== undefined) moves.push(move);
    else released.push({ lineId, reason: possible.length === 0 ? 'NO_TARGET' : 'ABOVE_LIMIT' });
  }
  return { moves, released };
};
