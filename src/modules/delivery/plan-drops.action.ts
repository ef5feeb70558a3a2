import { Injectable } from '@nestjs/common';
import { planDrops } from '../../core/delivery/plan-drops.js';
import { planPickups } from '../../core/delivery/plan-pickups.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { recordEach } from '../../platform/event/record.js';
import { newId } from '../../platform/new-id.js';
import { AllocationReader } from '../allocation/index.js';
import { DropPlanned } from './delivery.events.js';
import { PlanStore } from './plan.store.js';

/** Puts a lot's allocations onto drops: one per koperasi and supplier, or one per visit where it picks up.
 * What is on a drop already stays there. */
@Injectable()
export class PlanDrops {
  constructor(
    private readonly store: PlanStore,
    private readonly allocations: AllocationReader,
  ) {}

  async run(tx: Tx, lotId: string): Promise<void> {
    const poolId = await this.store.lockPlanning(tx, lotId);
    if (poolId === undefined) throw new Error(`allocated lot ${lotId} has no pool`);
    const onDrops = await this.store.shippedOf(tx, lotId);
    const allocated = await this.allocations.allocationsOf(tx, lotId);
    const toShip = allocated.filter(({ lineId, supplierId }) => !onDrops.has(`${lineId} ${supplierId}`));
    if (toShip.length === 0) return;
    const pickup = await this.store.pickupOf(tx, lotId);
    const soFar = await this.store.lockDrops(tx, poolId, toShip);
    const plan =
      pickup === undefined
        ? planDrops(toShip, soFar)
        : planPickups(toShip, pickup.maxPerPickupPacks, soFar).map((visit) => ({ ...visit, dropId: null }));
    const drops = plan.map((drop) => ({
      ...drop,
      dropId: drop.dropId ?? newId(),
      isNew: drop.dropId === null,
    }));
    await this.store.insertDrops(tx, poolId, drops, pickup === undefined ? null : lotId);
    await this.store.insertLines(tx, lotId, drops);
    await writeAudit(tx, {
      actorId: null,
      action: 'drops-planned',
      subjectType: 'lot',
      subjectId: lotId,
      data: { drops: drops.length, lines: toShip.length },
    });
    await recordEach(
      tx,
      drops.map(({ dropId }) => DropPlanned.of({ dropId })),
    );
  }
}
