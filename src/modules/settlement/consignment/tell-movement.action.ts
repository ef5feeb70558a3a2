import { Injectable } from '@nestjs/common';
import { moveConsigned, type MovedPacks, type MovementKind } from '../../../core/settlement/consign.js';
import { refuseSettlement } from '../../../core/settlement/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { lookAcross } from '../../../platform/db/look-across.js';
import type { Tx } from '../../../platform/db/sql.js';
import { record } from '../../../platform/event/record.js';
import { newId } from '../../../platform/new-id.js';
import { tellParties } from '../../party/index.js';
import { ConsignmentMoved } from '../settlement.events.js';
import { ConsignmentStore, type LockedConsignment } from './consignment.store.js';

const packsOf = (lines: readonly MovedPacks[]): number => lines.reduce((sum, { packs }) => sum + packs, 0);

/** What is said of goods on consignment: the buyer tells what it sold and what goes back, the supplier whether it came. */
@Injectable()
export class TellMovement {
  constructor(
    private readonly db: Db,
    private readonly store: ConsignmentStore,
  ) {}

  /** @returns its id. */
  run(
    { personId }: Principal,
    dropId: string,
    kind: MovementKind,
    lines: readonly MovedPacks[],
  ): Promise<string> {
    return this.db.transaction(async (tx) => {
      const consignment = await this.require(tx, dropId);
      const known = await this.store.linesOf(tx, dropId);
      moveConsigned({ ...consignment, lines: known }, lines, consignment.now);
      const id = newId();
      const isSold = kind === 'sold';
      await this.store.insertMove(tx, {
        ...{ id, dropId, kind, state: isSold ? 'counted' : 'awaited', personId, lines },
      });
      await writeAudit(tx, {
        ...{ actorId: personId, action: isSold ? 'consigned-sold' : 'consigned-return-told' },
        ...{ subjectType: 'drop', subjectId: dropId },
        data: { moveId: id },
      });
      if (isSold) await record(tx, ConsignmentMoved.of({ dropId }));
      else
        await lookAcross(tx, 'consignment', () =>
          tellParties(tx, {
            ...{ partyIds: [consignment.supplierId], kind: 'consigned-return-told', subjectType: 'drop' },
            ...{
              subjectId: dropId,
              data: { packs: packsOf(lines), until: consignment.endsAt.toISOString() },
            },
          }),
        );
      return id;
    });
  }

  /** The supplier has the goods back, or has not: only then they count, or are to be sold or told of again. */
  judge({ personId }: Principal, dropId: string, moveId: string, isBack: boolean): Promise<void> {
    return this.db.transaction(async (tx) => {
      const { buyerId, isEnded } = await this.require(tx, dropId);
      const move = await this.store.lockMove(tx, dropId, moveId);
      if (move?.kind !== 'returned') throw refuseSettlement('RETURN_NOT_FOUND');
      if (move.state !== 'awaited') throw refuseSettlement('RETURN_JUDGED');
      if (isEnded) throw refuseSettlement('CONSIGNMENT_ENDED');
      await this.store.judge(tx, moveId, isBack ? 'counted' : 'refused', personId);
      const kind = isBack ? 'consigned-return-counted' : 'consigned-return-refused';
      await writeAudit(tx, {
        ...{ actorId: personId, action: kind, subjectType: 'drop', subjectId: dropId },
        data: { moveId },
      });
      if (isBack) await record(tx, ConsignmentMoved.of({ dropId }));
      const about = { kind, subjectType: 'drop', subjectId: dropId, data: {} } as const;
      await lookAcross(tx, 'consignment', () => tellParties(tx, { ...about, partyIds: [buyerId] }));
    });
  }

  private async require(tx: Tx, dropId: string): Promise<LockedConsignment> {
    const consignment = await this.store.lock(tx, dropId);
    if (consignment === undefined) throw refuseSettlement('CONSIGNMENT_NOT_FOUND');
    return consignment;
  }
}
