import type { GuaranteeStep } from '../offer/guarantee-steps.js';
import { requireOpen, type PoolMoment } from './pool-state.js';
import { refusePool } from './refusals.js';

/** What a koperasi asks for of one item: packs, and its terms. */
export interface LineTerms {
  readonly quantityPacks: number;
  /** Extra packs it would take if that lowers the price for all. */
  readonly tolerancePacks: number;
  /** Fewer than this is no use; 0 for none. */
  readonly minimumPacks: number;
  /** The most it would pay per base unit, landed; null for no limit. */
  readonly maxLandedRp: number | null;
}

export interface LineRequest extends LineTerms {
  readonly itemId: string;
  readonly beneficiaryId: string;
  readonly neededBy: string;
}

export interface CommitmentScene extends PoolMoment {
  readonly neededFrom: string;
  readonly neededUntil: string;
  /** Items of the pool by id: whether the commodity must be kept cold, and the worst that its lines can come to pay. */
  readonly items: ReadonlyMap<
    string,
    { readonly needsColdStore: boolean; readonly steps: readonly GuaranteeStep[] }
  >;
  readonly koperasi: {
    readonly id: string;
    readonly isActive: boolean;
    readonly hasColdStore: boolean;
    readonly kitchenIds: readonly string[];
  };
}

export const requireTerms = (terms: LineTerms, at: string): void => {
  if (terms.minimumPacks > terms.quantityPacks)
    throw refusePool('MINIMUM_ABOVE_QUANTITY', {}, `${at}minimumPacks`);
};

/**
 * Judges a koperasi's lines against the pool: open, its own items and days of need, a beneficiary that is the
 * koperasi itself or a kitchen it is partner of, room to keep it cold, no line twice.
 */
export const placeCommitments = (scene: CommitmentScene, lines: readonly LineRequest[]): void => {
  requireOpen(scene);
  if (!scene.koperasi.isActive) throw refusePool('KOPERASI_SUSPENDED', {}, 'koperasiId');
  const keys = new Set<string>();
  lines.forEach((line, index) => {
    const at = `lines.${index}.`;
    const item = scene.items.get(line.itemId);
    if (item === undefined) throw refusePool('ITEM_NOT_IN_POOL', {}, `${at}itemId`);
    if (item.needsColdStore && !scene.koperasi.hasColdStore)
      throw refusePool('COLD_STORE_MISSING', {}, `${at}itemId`);
    if (line.neededBy < scene.neededFrom || line.neededBy > scene.neededUntil)
      throw refusePool(
        'NEEDED_OUTSIDE_POOL',
        { from: scene.neededFrom, until: scene.neededUntil },
        `${at}neededBy`,
      );
    if (line.beneficiaryId !== scene.koperasi.id && !scene.koperasi.kitchenIds.includes(line.beneficiaryId))
      throw refusePool('BENEFICIARY_NOT_PARTNER', {}, `${at}beneficiaryId`);
    requireTerms(line, at);
    const key = `${line.itemId} ${line.beneficiaryId} ${line.neededBy}`;
    if (keys.has(key)) throw refusePool('ITEM_TWICE', {}, `${at}itemId`);
    keys.add(key);
  });
};
