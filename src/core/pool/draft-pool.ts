import { liesIn } from '../party/lies-in.js';
import type { Distribution } from './distribution.js';
import {
  draftDistribution,
  type ItemMode,
  type KnownSupplier,
  type ModeRequest,
} from './draft-distribution.js';
import { refusePool } from './refusals.js';

/** An item as the organiser asks for it; a ceiling of its own needs a source. */
export interface ItemRequest extends ModeRequest {
  readonly packCode: string;
  readonly ceilingRpPerUnit?: number;
  readonly ceilingSource?: string;
}

/** A pack as the catalog knows it, with the dated public ceiling for the pool's zone, if there is one. */
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
  readonly ceilingRpPerUnit: number;
  readonly ceilingSource: string;
  /** What one koperasi is compared with: the public reference price, else the ceiling. */
  readonly referenceRpPerUnit: number;
  readonly mode: ItemMode;
  /** Null for an item by tender. */
  readonly distribution: Distribution | null;
}

export interface DraftPool {
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
  if (!scene.isRegionKnown) throw refusePool('REGION_UNKNOWN', { region: regionCode }, 'regionCode');
  if (scene.organiserRegionCode === null || !liesIn(regionCode, scene.organiserRegionCode))
    throw refusePool('REGION_OUT_OF_REACH', {}, 'regionCode');
};

const draftItem = (
  request: ItemRequest,
  position: number,
  known: ReadonlyMap<string, KnownPack>,
  suppliers: readonly KnownSupplier[],
): DraftItem => {
  const field = `items.${position - 1}`;
  const pack = known.get(request.packCode);
  if (pack === undefined) throw refusePool('PACK_UNKNOWN', { pack: request.packCode }, `${field}.packCode`);
  if (!pack.isBiddable)
    throw refusePool('PACK_NOT_BIDDABLE', { pack: request.packCode }, `${field}.packCode`);
  const own = request.ceilingRpPerUnit;
  if (own !== undefined && request.ceilingSource === undefined)
    throw refusePool('CEILING_WITHOUT_SOURCE', {}, `${field}.ceilingSource`);
  const ceiling = own ?? pack.reference?.priceRpPerUnit;
  if (ceiling === undefined)
    throw refusePool('CEILING_MISSING', { pack: request.packCode }, `${field}.ceilingRpPerUnit`);
  const distribution = draftDistribution(request, ceiling, suppliers, field);
  return {
    position,
    commodityCode: pack.commodityCode,
    packCode: pack.packCode,
    packSizeMilli: pack.packSizeMilli,
    ceilingRpPerUnit: ceiling,
    ceilingSource: (own === undefined ? undefined : request.ceilingSource) ?? pack.reference?.source ?? '',
    referenceRpPerUnit: pack.reference?.priceRpPerUnit ?? ceiling,
    mode: distribution === null ? 'tender' : 'distribution',
    distribution,
  };
};

/** Judges a new pool: its organiser and region, its times, its packs. @returns its items with ceilings and their sources. */
export const draftPool = (draft: DraftPool, scene: DraftScene): DraftItem[] => {
  requireReach(draft, scene);
  if (draft.closesAt <= scene.now) throw refusePool('CLOSING_TIME_PAST', {}, 'closesAt');
  if (draft.neededFrom > draft.neededUntil) throw refusePool('NEED_DATES_REVERSED', {}, 'neededFrom');
  if (draft.neededUntil < scene.closesOn)
    throw refusePool('NEED_ENDS_BEFORE_CLOSING', { closesOn: scene.closesOn }, 'neededUntil');
  const seen = new Set<string>();
  const known = new Map(scene.packs.map((pack) => [pack.packCode, pack]));
  return draft.items.map((item, index) => {
    if (seen.has(item.packCode))
      throw refusePool('PACK_TWICE', { pack: item.packCode }, `items.${index}.packCode`);
    seen.add(item.packCode);
    return draftItem(item, index + 1, known, scene.suppliers);
  });
};
