import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { PartySuspended } from '../party/index.js';
import { AwardStore } from './award.store.js';
import { CourseStore } from './steps/course.store.js';
import { leaveOutSuspended } from './steps/leave-out-suspended.js';

/** What a suspended supplier was awarded and has not signed for goes to the others. */
@Injectable()
@Consumes('award.on-party-suspended', PartySuspended)
export class OnPartySuspended implements Consumer<{ partyId: string }> {
  constructor(
    private readonly awards: AwardStore,
    private readonly courses: CourseStore,
  ) {}

  async handle(tx: Tx, { payload }: DeliveredEvent<{ partyId: string }>): Promise<void> {
    const lotIds = await this.courses.lotsAwarding(tx, payload.partyId);
    await this.awards.lockLots(tx, lotIds);
    for (const lotId of lotIds) await leaveOutSuspended(tx, lotId);
  }
}
