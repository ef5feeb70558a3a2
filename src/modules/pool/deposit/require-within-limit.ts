import { requireExposure } from '../../../core/pool/deposit/require-exposure.js';
import type { Tx } from '../../../platform/db/sql.js';
import { roomWithin } from './room-within.js';

interface AskedLine {
  readonly itemId: string;
  readonly quantityPacks: number;
  readonly tolerancePacks: number;
  readonly maxLandedRp: number | null;
}

/**
 * Refuses lines that bring a koperasi above the limit its pool's organiser set for it.
 * @param exceptLineId a line whose new terms are asked about
 * @throws Refusal
 */
export const requireWithinLimit = async (
  tx: Tx,
  poolId: string,
  koperasiId: string,
  lines: readonly AskedLine[],
  at: (place: number) => string,
  exceptLineId: string | null = null,
): Promise<void> => {
  const itemIds = lines.map(({ itemId }) => itemId);
  const room = await roomWithin(tx, poolId, koperasiId, itemIds, exceptLineId);
  if (room === undefined) return;
  const exposed = lines.map((line) => {
    const item = room.itemOf.get(line.itemId);
    if (item === undefined) throw new Error(`item ${line.itemId} is not of pool ${poolId}`);
    return { ...line, ...item };
  });
  requireExposure(room.exposure, exposed, at);
};
