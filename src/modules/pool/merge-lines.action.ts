import { Injectable } from '@nestjs/common';
import { mergeLines, type Merging, type MergingLine } from '../../core/pool/merge-lines.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { MergeStore, type NamedTarget } from './merge.store.js';

export interface MovedLine {
  readonly line: MergingLine;
  readonly target: NamedTarget;
}

export interface ReleasedLine {
  readonly line: MergingLine;
  readonly reason: Merging['released'][number]['reason'];
}

/** Moves the lines of an item that missed its minimum to where they are taken in, in the transaction that closes its pool. */
@Injectable()
export class MergeLines {
  constructor(private readonly store: MergeStore) {}

  async run(
    tx: Tx,
    poolId: string,
    itemId: string,
  ): Promise<{ moved: MovedLine[]; released: ReleasedLine[] }> {
    const source = await this.store.source(tx, itemId);
    const lines = await this.store.lines(tx, poolId, itemId);
    if (source === undefined || lines.length === 0) return { moved: [], released: [] };
    const targets = await this.store.lockTargets(tx, poolId, itemId);
    const targetOf = new Map(targets.map((target) => [target.itemId, target]));
    const lineOf = new Map(lines.map((line) => [line.lineId, line]));
    const koperasiIds = [...new Set(lines.map((line) => line.koperasiId))];
    const organiserIds = [...new Set(targets.map((target) => target.organiserId))];
    const moved: MovedLine[] = [];
    let left = lines;
    for (;;) {
      const standing = await this.store.lockStanding(tx, [...targetOf.keys()], koperasiIds);
      const rooms = await this.store.rooms(tx, organiserIds, koperasiIds);
      const { moves, released } = mergeLines(source, left, targets, standing, rooms);
      const written = await this.store.move(
        tx,
        moves.map((move) => ({ move, newLineId: newId() })),
      );
      for (const { move } of written) {
        const [line, target] = [lineOf.get(move.lineId), targetOf.get(move.target.itemId)];
        if (line === undefined || target === undefined)
          throw new Error(`line ${move.lineId} is not of this item`);
        moved.push({ line, target });
      }
      if (written.length === moves.length) {
        await this.store.recordPlaced(
          tx,
          moved.map(({ line, target }) => ({ poolId: target.poolId, koperasiId: line.koperasiId })),
        );
        return {
          moved,
          released: released.flatMap(({ lineId, reason }) => {
            const line = lineOf.get(lineId);
            return line === undefined ? [] : [{ line, reason }];
          }),
        };
      }
      // Somebody placed a commitment under the same key a moment ago; now it stands, and is looked at again.
      const done = new Set(moved.map(({ line }) => line.lineId));
      left = lines.filter(({ lineId }) => !done.has(lineId));
    }
  }
}
