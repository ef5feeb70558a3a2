import type { GuaranteeStep } from '../offer/guarantee-steps.js';
import { requireOpen, type PoolMoment } from './pool-state.js';
import { requireQuota, type BuyerQuota } from './require-quota.js';
import { refuseCommitment } from './commitment-refusals.js';
import type { PoolSide } from './side.js';

/** What a koperasi asks for of one item: packs, and its terms. */
export interface LineTerms {
  readonly quantityPacks: number;
  /** Extra packs it would take if that lowers the price for all. */
  readonly tolerancePacks: number;
  /** Fewer than this is no use; 0 for none. */
  readonly minimumPacks: number;
  /** The line's limit per base unit: the most it would pay, landed; in a sell pool the least proceeds. Null: none. */
  readonly maxLandedRp: number | null;
  /** Whether its packs may move to another pool if this one misses its minimum. */
  readonly acceptsMerge: boolean;
}

export interface LineRequest extends LineTerms {
  /** In which side's word a limit was given; left out where there is none. */
  readonly limitSides?: readonly PoolSide[];
  readonly itemId: string;
  readonly beneficiaryId: string;
  readonly neededBy: string;
}

/** What of an item decides about a line. */
export interface OfferedItem {
  readonly needsColdStore: boolean;
  /** The worst that its lines can come to pay. */
  readonly steps: readonly GuaranteeStep[];
  /** Of a distributed item; left out for one by tender. */
  readonly distribution?: BuyerQuota;
}

type LineKey = Pick<LineRequest, 'itemId' | 'beneficiaryId' | 'neededBy'>;

export interface StandingClaim extends LineKey {
  readonly quantityPacks: number;
}

export interface CommitmentScene extends PoolMoment {
  /** Left out: buy. */
  readonly side?: PoolSide;
  readonly neededFrom: string;
  readonly neededUntil: string;
  /** Items of the pool by id. */
  readonly items: ReadonlyMap<string, OfferedItem>;
  /** The koperasi's active lines of distributed items; left out when there are none. */
  readonly standing?: readonly StandingClaim[];
  readonly koperasi: {
    readonly id: string;
    readonly isActive: boolean;
    readonly hasColdStore: boolean;
    readonly kitchenIds: readonly string[];
  };
}

export const requireTerms = (terms: LineTerms, at: string): void => {
  if (terms.minimumPacks > terms.quantityPacks)
    throw refuseCommitment('MINIMUM_ABOVE_QUANTITY', {}, `${at}minimumPacks`);
};

/** A most that is paid and a least that is got are one column: said in the other side's word it would mean its opposite. */
export const requireLimitWord = (side: PoolSide, limitSides: readonly PoolSide[], at: string): void => {
  if (limitSides.every((word) => word === side)) return;
  throw side === 'sell'
    ? refuseCommitment('MAX_LANDED_WHEN_SELLING', {}, `${at}maxLandedRp`)
    : refuseCommitment('MIN_PROCEEDS_WHEN_BUYING', {}, `${at}minProceedsRp`);
};

const keyOf = ({ itemId, beneficiaryId, neededBy }: LineKey): string =>
  `${itemId} ${beneficiaryId} ${neededBy}`;

/** Holds each line of a distributed item against the quota; a line that stands under the same key is not counted twice. */
const requireQuotas = ({ items, standing = [] }: CommitmentScene, lines: readonly LineRequest[]): void => {
  const asked = new Set(lines.map(keyOf));
  const packsOf = new Map<string, number>();
  const add = (itemId: string, packs: number): void =>
    void packsOf.set(itemId, (packsOf.get(itemId) ?? 0) + packs);
  for (const claim of standing) if (!asked.has(keyOf(claim))) add(claim.itemId, claim.quantityPacks);
  lines.forEach((line, index) => {
    const quota = items.get(line.itemId)?.distribution;
    if (quota === undefined) return;
    requireQuota(quota, line, packsOf.get(line.itemId) ?? 0, `lines.${index}.`);
    add(line.itemId, line.quantityPacks);
  });
};

/**
 * Judges a koperasi's lines against the pool: open, its own items and days of need, a beneficiary that is the
 * koperasi itself or (buy) a kitchen it is partner of, a limit in the word of its side, room to keep it cold, no line twice, nothing above a distributed item's quota.
 */
export const placeCommitments = (scene: CommitmentScene, lines: readonly LineRequest[]): void => {
  requireOpen(scene);
  if (!scene.koperasi.isActive) throw refuseCommitment('KOPERASI_SUSPENDED', {}, 'koperasiId');
  const keys = new Set<string>();
  lines.forEach((line, index) => {
    const at = `lines.${index}.`;
    const item = scene.items.get(line.itemId);
    if (item === undefined) throw refuseCommitment('ITEM_NOT_IN_POOL', {}, `${at}itemId`);
    if (item.needsColdStore && !scene.koperasi.hasColdStore)
      throw refuseCommitment('COLD_STORE_MISSING', {}, `${at}itemId`);
    if (line.neededBy < scene.neededFrom || line.neededBy > scene.neededUntil)
      throw refuseCommitment(
        'NEEDED_OUTSIDE_POOL',
        { from: scene.neededFrom, until: scene.neededUntil },
        `${at}neededBy`,
      );
    if (scene.side === 'sell' && line.beneficiaryId !== scene.koperasi.id)
      throw refuseCommitment('BENEFICIARY_WHEN_SELLING', {}, `${at}beneficiaryId`);
    if (line.beneficiaryId !== scene.koperasi.id && !scene.koperasi.kitchenIds.includes(line.beneficiaryId))
      throw refuseCommitment('BENEFICIARY_NOT_PARTNER', {}, `${at}beneficiaryId`);
    requireLimitWord(scene.side ?? 'buy', line.limitSides ?? [], at);
    requireTerms(line, at);
    const key = keyOf(line);
    if (keys.has(key)) throw refuseCommitment('ITEM_TWICE', {}, `${at}itemId`);
    keys.add(key);
  });
  requireQuotas(scene, lines);
};
