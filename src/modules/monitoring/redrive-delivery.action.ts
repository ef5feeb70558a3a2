import { Injectable } from '@nestjs/common';
import { refuseMonitoring } from '../../core/monitoring/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { MonitoringStore } from './monitoring.store.js';

const eventNumber = /^[1-9]\d{0,14}$/;

/** Gives a parked delivery its eight attempts again, once what made it fail is mended. */
@Injectable()
export class RedriveDelivery {
  constructor(
    private readonly db: Db,
    private readonly store: MonitoringStore,
  ) {}

  run(personId: string, eventId: string, consumer: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const isParked = eventNumber.test(eventId) && (await this.store.unpark(tx, Number(eventId), consumer));
      if (!isParked) throw refuseMonitoring('DELIVERY_NOT_PARKED');
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
