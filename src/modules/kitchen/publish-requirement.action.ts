import { Injectable } from '@nestjs/common';
import { publishRequirement } from '../../core/kitchen/publish-requirement.js';
import { refuseKitchen } from '../../core/kitchen/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import { record } from '../../platform/event/record.js';
import type { RequirementView } from './kitchen.dto.js';
import { RequirementPublished } from './kitchen.events.js';
import { KitchenReader } from './kitchen.reader.js';
import { KitchenStore } from './kitchen.store.js';

/** Hands a week on to the pools; from here it no longer changes. */
@Injectable()
export class PublishRequirement {
  constructor(
    private readonly db: Db,
    private readonly store: KitchenStore,
    private readonly reader: KitchenReader,
  ) {}

  run(principal: Principal, kitchenId: string, isoWeek: string): Promise<RequirementView> {
    return this.db.transaction(async (tx) => {
      const requirement = await this.store.lockRequirement(tx, kitchenId, isoWeek);
      const kitchen = await this.reader.publishingKitchen(tx, kitchenId);
      if (requirement === undefined || kitchen === undefined) throw refuseKitchen('REQUIREMENT_NOT_FOUND');
      const lineCount = await this.store.countLines(tx, requirement.id);
      publishRequirement({ ...requirement, lineCount }, kitchen);
      if ((await this.store.publish(tx, requirement.id, principal.personId)) === 0)
        throw refuseKitchen('REQUIREMENT_ALREADY_PUBLISHED');
      await writeAudit(tx, {
        actorId: principal.personId,
        action: 'requirement-published',
        subjectType: 'requirement',
        subjectId: requirement.id,
        data: { lines: lineCount },
      });
      await record(tx, RequirementPublished.of({ requirementId: requirement.id }));
      return this.reader.requirementFor(tx, principal, kitchenId, isoWeek);
    });
  }
}
