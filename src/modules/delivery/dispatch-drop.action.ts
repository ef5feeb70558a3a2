import { Injectable } from '@nestjs/common';
import { dispatchDrop } from '../../core/delivery/dispatch-drop.js';
import { refuseDelivery } from '../../core/delivery/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { record } from '../../platform/event/record.js';
import { advanceLot } from '../lot/index.js';
import { DropDispatched } from './delivery.events.js';
import { DeliveryStore } from './delivery.store.js';

/** The supplier's truck leaves with a delivery note; the first drop of a lot sets the lot to delivering. */
@Injectable()
export class DispatchDrop {
  constructor(
    private readonly db: Db,
    private readonly store: DeliveryStore,
  ) {}

  run(personId: string, dropId: string, deliveryNote: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const drop = await this.store.lock(tx, dropId);
      if (drop === undefined) throw refuseDelivery('DROP_NOT_FOUND');
      if (dispatchDrop(drop, deliveryNote) === 'left-already') return;
      await this.store.markDispatched(tx, dropId, deliveryNote, personId);
      await writeAudit(tx, {
        actorId: personId,
        action: 'drop-dispatched',
        subjectType: 'drop',
        subjectId: dropId,
      });
      await record(tx, DropDispatched.of({ dropId }));
      for (const lotId of await this.store.lotIdsOf(tx, dropId)) await advanceLot(tx, lotId, 'delivering');
    });
  }
}
