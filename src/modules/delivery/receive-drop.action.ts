import { Injectable } from '@nestjs/common';
import { receiveDrop, type CountedLine } from '../../core/delivery/receive-drop.js';
import { refuseDelivery } from '../../core/delivery/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { record } from '../../platform/event/record.js';
import { DropReceived } from './delivery.events.js';
import { DeliveryStore } from './delivery.store.js';

/** The koperasi (sell: the buyer) counts a drop at its gate. The same receipt sent again is answered as it stands. */
@Injectable()
export class ReceiveDrop {
  constructor(
    private readonly db: Db,
    private readonly store: DeliveryStore,
  ) {}

  run(personId: string, dropId: string, receipt: readonly CountedLine[]): Promise<void> {
    return this.db.transaction(async (tx) => {
      const drop = await this.store.lock(tx, dropId);
      if (drop === undefined) throw refuseDelivery('DROP_NOT_FOUND');
      if (receiveDrop(drop.state, await this.store.linesOf(tx, dropId), receipt) === 'received-already')
        return;
      await this.store.markReceived(tx, dropId, personId);
      await this.store.writeCounts(tx, dropId, receipt);
      await this.store.writeGrades(tx, dropId, receipt);
      await writeAudit(tx, {
        actorId: personId,
        action: 'drop-received',
        subjectType: 'drop',
        subjectId: dropId,
      });
      await record(tx, DropReceived.of({ dropId }));
    });
  }
}
