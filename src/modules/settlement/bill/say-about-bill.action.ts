import { Injectable } from '@nestjs/common';
import { sayAboutBill } from '../../../core/settlement/accept-difference.js';
import { refuseSettlement } from '../../../core/settlement/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Principal, Role } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { lookAcross } from '../../../platform/db/look-across.js';
import { newId } from '../../../platform/new-id.js';
import { tellParties } from '../../party/index.js';
import { DifferenceStore } from './difference.store.js';

const deciding: readonly Role[] = ['officer', 'treasurer', 'chair'];

/** Whether a person speaks for a party, and does not merely look on there. */
const decidesFor = ({ memberships }: Principal, partyId: string): boolean =>
  memberships.some(
    (membership) =>
      membership.partyId === partyId && membership.roles.some((role) => deciding.includes(role)),
  );

/** A buyer disputes what a bill asks for above what agrees, its seller answers: both read it, and nothing is paid by it. */
@Injectable()
export class SayAboutBill {
  constructor(
    private readonly db: Db,
    private readonly store: DifferenceStore,
  ) {}

  run(caller: Principal, billId: string, text: string): Promise<void> {
    const { personId } = caller;
    return this.db.transaction((tx) =>
      lookAcross(tx, 'match-bill', async () => {
        const bill = await this.store.lockBill(tx, billId);
        if (bill === undefined) throw refuseSettlement('BILL_NOT_FOUND');
        sayAboutBill(bill);
        const { buyerId, sellerId, number, heldRp: held } = bill;
        const about = { subjectType: 'seller-bill', subjectId: billId };
        const word = { id: newId(), billId, personId, text };
        if (decidesFor(caller, buyerId)) {
          await this.store.insertWord(tx, { ...word, partyId: buyerId, kind: 'dispute' });
          const data = { number, held, text };
          await tellParties(tx, { ...about, partyIds: [sellerId], kind: 'bill-disputed', data });
        } else {
          await this.store.insertWord(tx, { ...word, partyId: sellerId, kind: 'answer' });
          const data = { number, text };
          await tellParties(tx, { ...about, partyIds: [buyerId], kind: 'bill-answered', data });
        }
        await writeAudit(tx, { ...about, actorId: personId, action: 'bill-spoken-about' });
      }),
    );
  }
}
