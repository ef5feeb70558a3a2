import { liesIn } from '../party/lies-in.js';
import type { Distribution } from './distribution.js';
import {
  draftDistribution,
  type ItemMode,
  type KnownSupplier,
  type ModeRequest,
} from './draft-distribution.js';
import { refuseDraft } from './draft-refusals.js';
import { refusePool } from './refusals.js';
import { requireTimes } from './revise-draft.js';
import type { PoolSide } from './side.js';

/** An item as the organiser asks for it; a ceiling (sell: floor) of its own needs a source. */
export interface ItemRequest extends ModeRequest {
  readonly packCode: string;
  readonly ceilingRpPerUnit?: number;
  readonly ceilingSource?: string;
  readonly floorRpPerUnit?: number;
  readonly floorSource?: string;
}

/** A pack as the catalog knows it, with the dated public ceiling (sell: floor) for the pool's zone, if there is one. */
export interface KnownPack {
  readonly packCode: string;
  readonly commodityCode: string;
  readonly packSizeMilli: number;
  readonly isBiddable: boolean;
  readonly reference: { readonly priceRpPerUnit: number; readonly source: string } | null;
}

export interface DraftItem {
  readonly position: number;
  readonly commodityCode: string;
  readonly packCode: string;
  readonly packSizeMilli: number;
  /** The item's limit: in a sell pool its floor. */
  readonly ceilingRpPerUnit: number;
  readonly ceilingSource: string;
  /** What one koperasi is compared with: the public reference price, else the limit. */
  readonly referenceRpPerUnit: number;
  readonly mode: ItemMode;
  /** Null for an item by tender. */
  readonly distribution: Distribution | null;
}

export interface DraftPool {
  /** Left out: buy. */
  readonly side?: PoolSide;
  readonly regionCode: string;
  readonly closesAt: Date;
  readonly neededFrom: string;
  readonly neededUntil: string;
  readonly items: readonly ItemRequest[];
}

/** Everything that decides about a draft, besides what it says itself. */
export interface DraftScene {
  /** The database's clock. */
  readonly now: Date;
  readonly isOrganiserActive: boolean;
  readonly organiserRegionCode: string | null;
  readonly isRegionKnown: boolean;
  /** The last civil day on which the pool can close, extended or not, in the organiser's time zone. */
  readonly closesOn: string;
  readonly packs: readonly KnownPack[];
  /** Those that distribute items of this draft. */
  readonly suppliers: readonly KnownSupplier[];
}

/** An organiser calls together its own region: kitchens there join what is open without being asked. */
const requireReach = ({ regionCode }: DraftPool, scene: DraftScene): void => {
  if (!scene.isOrganiserActive) throw refusePool('ORGANISER_SUSPENDED', {}, 'organiserId');
  if (!scene.isRegionKnown) throw refuseDraft('REGION_UNKNOWN', { region: regionCode }, 'regionCode');
  if (scene.organiserRegionCode === null || !liesIn(regionCode, scene.organiserRegionCode))
    throw refuseDraft('REGION_OUT_OF_REACH', {}, 'regionCode');
};

interface Limit {
  readonly rpPerUnit: number;
  readonly source: string;
}

/**
 * The limit of an item, with its source: its own, else the public reference price.
 *
 *   buy  | ceiling Rp12,800 "HPS" | Rp12,800; none and no reference: CEILING_MISSING
 *   sell | floor Rp6,500 "HPP"    | Rp6,500;  none and no reference: FLOOR_MISSING
 */
const limitOf = (side: PoolSide, request: ItemRequest, pack: KnownPack, field: string): Limit => {
  const { ceilingRpPerUnit, ceilingSource, floorRpPerUnit, floorSource, packCode } = request;
  const isSell = side === 'sell';
  if (isSell && (ceilingRpPerUnit ?? ceilingSource) !== undefined)
    throw refuseDraft('CEILING_WHEN_SELLING', {}, `${field}.ceilingRpPerUnit`);
  if (!isSell && (floorRpPerUnit ?? floorSource) !== undefined)
    throw refuseDraft('FLOOR_WHEN_BUYING', {}, `${field}.floorRpPerUnit`);
  const [own, source] = isSell ? [floorRpPerUnit, floorSource] : [ceilingRpPerUnit, ceilingSource];
  const name = isSell ? 'floor' : 'ceiling';
  if (own !== undefined) {
    if (source === undefined)
      throw refuseDraft(
        isSell ? 'FLOOR_WITHOUT_SOURCE' : 'CEILING_WITHOUT_SOURCE',
        {},
        `${field}.${name}Source`,
      );
    return { rpPerUnit: own, source };
  }
  if (pack.reference === null)
    throw refuseDraft(
      isSell ? 'FLOOR_MISSING' : 'CEILING_MISSING',
      { pack: packCode },
      `${field}.${name}RpPerUnit`,
    );
  return { rpPerUnit: pack.reference.priceRpPerUnit, source: pack.reference.source };
};

const draftItem = (
  side: PoolSide,
  request: ItemRequest,
  position: number,
  known: ReadonlyMap<string, KnownPack>,
  suppliers: readonly KnownSupplier[],
): DraftItem => {
  const field = `items.${position - 1}`;
  const pack = known.get(request.packCode);
  if (pack === undefined) throw refuseDraft('PACK_UNKNOWN', { pack: request.packCode }, `${field}.packCode`);
  if (!pack.isBiddable)
    throw refuseDraft('PACK_NOT_BIDDABLE', { pack: request.packCode }, `${field}.packCode`);
  if (side === 'sell' && request.mode === 'distribution')
    throw refuseDraft('DISTRIBUTION_WHEN_SELLING', {}, `${field}.mode`);
  const limit = limitOf(side, request, pack, field);
  const distribution = draftDistribution(request, limit.rpPerUnit, suppliers, field);
  return {
    position,
    commodityCode: pack.commodityCode,
    packCode: pack.packCode,
    packSizeMilli: pack.packSizeMilli,
    ceilingRpPerUnit: limit.rpPerUnit,
    ceilingSource: limit.source,
    referenceRpPerUnit: pack.reference?.priceRpPerUnit ?? limit.rpPerUnit,
    mode: distribution === null ? 'tender' : 'distribution',
    distribution,
  };
};

/** Judges a new pool: its organiser and region, its times, its packs. @returns its items with limits and their sources. */
export const draftPool = (draft: DraftPool, scene: DraftScene): DraftItem[] => {
  requireReach(draft, scene);
  requireTimes(draft, scene);
  const seen = new Set<string>();
  const known = new Map(scene.packs.map((pack) => [pack.packCode, pack]));
  return draft.items.map((item, index) => {
    if (seen.has(item.packCode))
      throw refuseDraft('PACK_TWICE', { pack: item.packCode }, `items.${index}.packCode`);
    seen.add(item.packCode);
    return draftItem(draft.side ?? 'buy', item, index + 1, known, scene.suppliers);
  });
};
