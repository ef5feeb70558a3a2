import { Injectable } from '@nestjs/common';
import { placeRequirementLines } from '../../core/kitchen/place-requirement-lines.js';
import { requireDraft } from '../../core/kitchen/publish-requirement.js';
import { refuseKitchen } from '../../core/kitchen/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Principal } from '../../platform/auth/principal.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/sql.js';
import { requireVersion } from '../../platform/http/if-match.js';
import { refuseRequest } from '../../platform/http/refusals.js';
import { CatalogReader } from '../catalog/index.js';
import type { PlaceRequirementRequest, RequirementView } from './kitchen.dto.js';
import { KitchenReader } from './kitchen.reader.js';
import { KitchenStore } from './kitchen.store.js';

interface Week {
  readonly kitchenId: string;
  readonly isoWeek: string;
}

/** Writes a week's draft, whole: what is sent replaces what was there. */
@Injectable()
export class PlaceRequirement {
  constructor(
    private readonly db: Db,
    private readonly store: KitchenStore,
    private readonly reader: KitchenReader,
    private readonly catalog: CatalogReader,
  ) {}

  /** `seenVersion` is what the caller last saw of the week; undefined begins it. */
  run(
    principal: Principal,
    week: Week,
    seenVersion: number | undefined,
    { lines }: PlaceRequirementRequest,
  ): Promise<RequirementView> {
    return this.db.transaction(async (tx) => {
      const requirementId = await this.takeDraft(tx, week, seenVersion);
      const codes = [...new Set(lines.map(({ commodityCode }) => commodityCode))];
      placeRequirementLines(week.isoWeek, lines, await this.catalog.commoditiesByCodes(tx, codes));
      await this.store.replaceLines(tx, requirementId, lines);
      await writeAudit(tx, {
        actorId: principal.personId,
        action: 'requirement-placed',
        subjectType: 'requirement',
        subjectId: requirementId,
        data: { lines: lines.length },
      });
      return this.reader.requirementFor(tx, principal, week.kitchenId, week.isoWeek);
    });
  }

  /** The draft to write into, locked and one version on; begun when there is none. */
  private async takeDraft(
    tx: Tx,
    { kitchenId, isoWeek }: Week,
    seenVersion: number | undefined,
  ): Promise<string> {
    const standing = await this.store.lockRequirement(tx, kitchenId, isoWeek);
    if (standing === undefined) {
      if (seenVersion !== undefined) requireVersion(0, seenVersion);
      const begun = await this.store.beginDraft(tx, kitchenId, isoWeek);
      if (begun === undefined) throw refuseRequest('VERSION_REQUIRED');
      return begun;
    }
    requireDraft(standing.state);
    if (seenVersion === undefined) throw refuseRequest('VERSION_REQUIRED');
    requireVersion(standing.version, seenVersion);
    if ((await this.store.countVersion(tx, standing.id)) === 0)
      throw refuseKitchen('REQUIREMENT_ALREADY_PUBLISHED');
    return standing.id;
  }
}
