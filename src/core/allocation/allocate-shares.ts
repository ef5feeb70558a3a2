import { draw as drawOf } from '../kernel/draw.js';
import type { LotAllocation } from './allocate-lot.js';
import { nameSuppliers, type Supply } from './name-suppliers.js';

/** A line of an award that says what each line gets. */
export interface SharedLine {
  readonly lineId: string;
  readonly buyerId: string;
  readonly zoneId: string;
  /** Neighbours of a kecamatan are served together where a zone is larger. */
  readonly districtCode: string;
  readonly askedPacks: number;
  readonly sharePacks: number;
}

/**
 * Names the supplier of every pack of an award whose shares are fixed: nothing is rationed again, and nothing is
 * left over. Each zone is served by what was awarded there, within what one koperasi may get of each supplier.
 *
 *   north: A 30, B 20; lines of 30 and 20 | 30 from A, 20 from B
 *
 * @throws RangeError when a zone's shares are not exactly what was awarded there, or no allocation keeps to what a
 *   koperasi may get of each supplier.
 */
export const allocateShares = (
  poolId: string,
  supplies: readonly Supply[],
  lines: readonly SharedLine[],
): LotAllocation => {
  const drawn = lines
    .map((line) => ({ line, draw: drawOf(poolId, line.lineId) }))
    .sort((one, other) => (one.draw < other.draw ? -1 : 1));
  const byDistrict = [...drawn].sort(({ line: one }, { line: other }) =>
    one.districtCode === other.districtCode ? 0 : one.districtCode < other.districtCode ? -1 : 1,
  );
  const largestFirst = [...supplies].sort(
    (one, other) => other.packs - one.packs || (one.supplierId < other.supplierId ? -1 : 1),
  );
  return {
    shares: drawn.map(({ line: { lineId, askedPacks, sharePacks }, draw }) => ({
      lineId,
      askedPacks,
      sharePacks,
      draw,
    })),
    named: nameSuppliers(
      largestFirst,
      byDistrict.map(({ line: { lineId, buyerId, zoneId, sharePacks } }) => ({
        lineId,
        buyerId,
        zoneId,
        packs: sharePacks,
      })),
    ),
    surplus: [],
  };
};
