import { Injectable } from '@nestjs/common';
import type { CommitmentScene, LineRequest, OfferedItem } from '../../core/pool/place-commitments.js';

type Fixed = Pick<CommitmentScene, 'side' | 'closesAt' | 'neededFrom' | 'neededUntil' | 'items'>;

/** An item that any koperasi may order as much of as it likes. */
const isUnconditional = (item: OfferedItem | undefined): boolean =>
  item?.needsColdStore === false && item.distribution === undefined;

const MOST_POOLS = 2_000;

/**
 * What can no longer change once a pool has been opened, so that a commitment on it need not be read anew for
 * every koperasi: a third of intake's cost is that look. What can change (the pool closes, the koperasi is
 * suspended) is judged by the statement that writes.
 */
@Injectable()
export class PoolMemory {
  private readonly pools = new Map<string, Fixed>();

  remember(poolId: string, scene: CommitmentScene): void {
    if (scene.state !== 'open') return;
    const oldest = this.pools.keys().next();
    if (this.pools.size >= MOST_POOLS && oldest.done !== true) this.pools.delete(oldest.value);
    const { side = 'buy', closesAt, neededFrom, neededUntil, items } = scene;
    this.pools.set(poolId, { side, closesAt, neededFrom, neededUntil, items });
  }

  /**
   * The scene as it is if nothing has changed: an open pool and an active koperasi. Undefined where more must be
   * known, namely for an unknown pool, for kitchens, for goods that are kept cold and for
   * those with a quota.
   */
  recall(poolId: string, koperasiId: string, lines: readonly LineRequest[]): CommitmentScene | undefined {
    const fixed = this.pools.get(poolId);
    const isPlain = (line: LineRequest): boolean =>
      line.beneficiaryId === koperasiId && isUnconditional(fixed?.items.get(line.itemId));
    if (fixed === undefined || !lines.every(isPlain)) return undefined;
    const koperasi = { id: koperasiId, isActive: true, hasColdStore: false, kitchenIds: [] };
    return { ...fixed, state: 'open', now: new Date(fixed.closesAt.getTime() - 1), koperasi };
  }
}
