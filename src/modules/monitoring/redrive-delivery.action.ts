import { Injectable } from '@nestjs/common';
import { refuseMonitoring } from '../../core/monitoring/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { MonitoringStore } from './monitoring.store.js';

const eventNumber = /^[1-9]\d{0,14}$/;
const consumerName = /^[a-z.-]{1,80}$/;

/** Gives a parked delivery its eight attempts again, once what made it fail is mended. */
@Injectable()
export class RedriveDelivery {
  constructor(
    private readonly db: Db,
    private readonly store: MonitoringStore,
  ) {}

  run(personId: string, eventId: string, consumer: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const isName = eventNumber.test(eventId) && consumerName.test(consumer);
      if (!isName || !(await this.store.unpark(tx, Number(eventId), consumer)))
        throw refuseMonitoring('DELIVERY_NOT_PARKED');
      await writeAudit(tx, {
        actorId: personId,
        action: 'delivery-redriven',
        subjectType: 'event',
        subjectId: eventId,
        data: { consumer },
      });
    });
  }
}
