import { Injectable } from '@nestjs/common';
import type { RequirementLine } from '../../core/kitchen/place-requirement-lines.js';
import type { RequirementState } from '../../core/kitchen/publish-requirement.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';

export interface LockedRequirement {
  readonly id: string;
  readonly state: RequirementState;
  readonly version: number;
}

@Injectable()
export class KitchenStore {
  lockRequirement(tx: Tx, kitchenId: string, isoWeek: string): Promise<LockedRequirement | undefined> {
    return tx.first(
      'SELECT id, state, version FROM requirement WHERE kitchen_id = $1 AND iso_week = $2 FOR UPDATE',
      [kitchenId, isoWeek],
    );
  }

  /** Counted after the lock, in a statement of its own: the locking one still sees what stood before it waited. */
  async countLines(tx: Tx, requirementId: string): Promise<number> {
    const counted = await tx.first<{ lines: number }>(
      'SELECT count(*) AS lines FROM requirement_line WHERE requirement_id = $1',
      [requirementId],
    );
    return counted?.lines ?? 0;
  }

  /** Undefined when somebody began the same week at the same moment. */
  async beginDraft(tx: Tx, kitchenId: string, isoWeek: string): Promise<string | undefined> {
    const begun = await tx.first<{ id: string }>(
      `INSERT INTO requirement (id, kitchen_id, iso_week) VALUES ($1, $2, $3)
       ON CONFLICT (kitchen_id, iso_week) DO NOTHING RETURNING id`,
      [newId(), kitchenId, isoWeek],
    );
    return begun?.id;
  }

  countVersion(tx: Tx, requirementId: string): Promise<number> {
    return tx.change(`UPDATE requirement SET version = version + 1 WHERE id = $1 AND state = 'draft'`, [
      requirementId,
    ]);
  }

  async replaceLines(tx: Tx, requirementId: string, lines: readonly RequirementLine[]): Promise<void> {
    await tx.change('DELETE FROM requirement_line WHERE requirement_id = $1', [requirementId]);
    await tx.change(
      `INSERT INTO requirement_line (id, requirement_id, needed_on, commodity_code, quantity_milli)
       SELECT line_id, $1, needed_on, commodity_code, quantity_milli
       FROM unnest($2::uuid[], $3::date[], $4::text[], $5::bigint[])
         AS line (line_id, needed_on, commodity_code, quantity_milli)`,
      [
        requirementId,
        lines.map(() => newId()),
        lines.map(({ neededOn }) => neededOn),
        lines.map(({ commodityCode }) => commodityCode),
        lines.map(({ quantityMilli }) => quantityMilli),
      ],
    );
  }

  publish(tx: Tx, requirementId: string, personId: string): Promise<number> {
    return tx.change(
      `UPDATE requirement
       SET state = 'published', published_at = clock_timestamp(), published_by = $2, version = version + 1
       WHERE id = $1 AND state = 'draft'`,
      [requirementId, personId],
    );
  }
}
