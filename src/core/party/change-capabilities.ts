import { refuseCapabilities } from './capabilities-refusals.js';
import { requireReach, type Standing } from './judge-standing.js';

/** What an outlet has. */
export interface Capabilities {
  /** Null: not known; of a change: as it is. */
  readonly storageKg: number | null;
  readonly hasColdStore: boolean;
}

/** An outlet with what decides whether what it has may change. */
export interface Outlet extends Pick<Standing, 'kind' | 'regionCode'>, Capabilities {
  /** Proof of a cold store is accepted and valid today. */
  readonly isColdStoreShown: boolean;
  /** Chilled or frozen goods are on order, and not settled yet. */
  readonly needsColdStore: boolean;
}

const outlets = ['koperasi', 'kitchen'];

/**
 * Judges a change of what an outlet has, proposed by an organiser of its region; again when the second person agrees.
 *
 *   koperasi, cold store given, its proof accepted | may
 *   the same without proof                         | COLD_STORE_NOT_SHOWN
 *   cold store taken, frozen fish on order         | COLD_STORE_IN_USE
 *   nothing differs                                | CAPABILITIES_UNCHANGED
 *   a supplier                                     | ONLY_OUTLETS_HAVE_STORES
 *
 * @throws Refusal
 */
export const changeCapabilities = (
  outlet: Outlet,
  next: Capabilities,
  organiser: { readonly regionCode: string | null },
): void => {
  requireReach(outlet, {
    as: 'organiser',
    regionCodes: organiser.regionCode === null ? [] : [organiser.regionCode],
  });
  if (!outlets.includes(outlet.kind)) throw refuseCapabilities('ONLY_OUTLETS_HAVE_STORES', {}, 'subjectId');
  if ((next.storageKg ?? outlet.storageKg) === outlet.storageKg && outlet.hasColdStore === next.hasColdStore)
    throw refuseCapabilities('CAPABILITIES_UNCHANGED');
  if (next.hasColdStore && !outlet.hasColdStore && !outlet.isColdStoreShown)
    throw refuseCapabilities('COLD_STORE_NOT_SHOWN', {}, 'hasColdStore');
  if (!next.hasColdStore && outlet.hasColdStore && outlet.needsColdStore)
    throw refuseCapabilities('COLD_STORE_IN_USE', {}, 'hasColdStore');
};
