import { Injectable } from '@nestjs/common';
import type { Resolved } from '../../../core/payout/list-ways.js';
import { refusePayout } from '../../../core/payout/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import { lookAcross } from '../../../platform/db/look-across.js';
import type { Tx } from '../../../platform/db/sql.js';
import { requireVersion } from '../../../platform/http/if-match.js';
import { PayoutStore } from '../payout.store.js';
import {
  bookAsDue,
  bookAsGateway,
  bookAsMoneyBack,
  bookAsPayout,
  bookAsReturn,
  bookAsSuspense,
  proveTransfer,
  type LineToBook,
} from './book-line.js';
import { BankStatementStore } from './bank-statement.store.js';

/** As what a movement is resolved, with the due, payout, transfer or party it names. */
export interface LineResolution {
  readonly as: Resolved;
  readonly id?: string;
  /** Of a payout of the gateway: the fee it kept, in rupiah. */
  readonly feeRp?: number;
}

/** A person says what a movement was that the statement alone did not tell. */
@Injectable()
export class ResolveLine {
  constructor(
    private readonly db: Db,
    private readonly store: BankStatementStore,
    private readonly payouts: PayoutStore,
  ) {}

  run(
    personId: string,
    partyId: string,
    lineId: string,
    version: number,
    request: LineResolution,
  ): Promise<void> {
    return this.db.transaction(async (tx) => {
      await this.store.lockParty(tx, partyId);
      const line = await this.store.lock(tx, partyId, lineId);
      if (line === undefined) throw refusePayout('BANK_LINE_NOT_FOUND');
      requireVersion(line.version, version);
      if (line.state === 'resolved') throw refusePayout('BANK_LINE_RESOLVED');
      await lookAcross(tx, 'payout', () => this.book(tx, personId, { ...line, partyId }, request));
      await writeAudit(tx, {
        ...{ actorId: personId, action: 'bank-line-resolved', subjectType: 'bank-line', subjectId: lineId },
        data: { as: request.as, partyId },
      });
    });
  }

  private async book(
    tx: Tx,
    personId: string,
    line: LineToBook,
    { as, id, feeRp = 0 }: LineResolution,
  ): Promise<void> {
    if (as === 'gateway') return bookAsGateway(tx, line, feeRp, personId);
    if (as === 'not-ours') {
      if (line.state !== 'open') throw refusePayout('BANK_LINE_WRONG_SIGN', {}, 'as');
      return this.store.markResolved(tx, line.id, { as, id: null, by: personId });
    }
    if (id === undefined) throw refusePayout('RESOLVE_WITHOUT_ID', {}, 'id');
    if (as === 'due') return bookAsDue(tx, line, id, { by: personId, shownBy: personId });
    if (as === 'money-back' || as === 'credit') {
      // What came without a reference of ours is nowhere in the books yet.
      if (line.state === 'open') await bookAsSuspense(tx, line);
      return bookAsMoneyBack(tx, { ...line, state: 'suspense' }, id, as, personId);
    }
    if (as === 'transfer') {
      const transfer = await this.store.confirmedTransfer(tx, line.partyId, id);
      if (transfer === undefined) throw refusePayout('TRANSFER_NOT_CONFIRMED', {}, 'id');
      return proveTransfer(tx, line, { id, ...transfer }, personId);
    }
    const payout = await this.payouts.lock(tx, id);
    if (as === 'return') {
      if (payout?.payerId !== line.partyId) throw refusePayout('PAYOUT_NOT_FOUND', {}, 'id');
      if (payout.method !== 'transfer') throw refusePayout('PAYOUT_BY_GATEWAY', {}, 'id');
      return bookAsReturn(tx, line, payout, personId);
    }
    const isIncoming = payout?.payeeId === line.partyId;
    if (payout === undefined || !(isIncoming || payout.payerId === line.partyId))
      throw refusePayout('PAYOUT_NOT_FOUND', {}, 'id');
    return bookAsPayout(tx, line, { ...payout, isIncoming }, personId);
  }
}
