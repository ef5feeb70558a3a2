import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { chooseAccount, requireDaysPast } from '../../../core/payout/statement/choose-account.js';
import { matchLine, type Candidate } from '../../../core/payout/statement/match-line.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import { lookAcross } from '../../../platform/db/look-across.js';
import type { Tx } from '../../../platform/db/sql.js';
import { newId } from '../../../platform/new-id.js';
import { BankAccountReader } from '../../party/index.js';
import {
  bookAsDue,
  bookAsPayout,
  bookAsReturn,
  bookAsSuspense,
  proveTransfer,
  type LineToBook,
} from './book-line.js';
import { NamedCandidates } from './named-candidates.js';
import { parseStatement } from './parse-statement.js';
import { BankStatementStore } from './bank-statement.store.js';

interface Importer {
  readonly personId: string;
  readonly partyId: string;
}

/** Takes in a bank's statement: each movement once, what is certain booked at once, the rest left to a person. */
@Injectable()
export class ImportStatement {
  constructor(
    private readonly db: Db,
    private readonly store: BankStatementStore,
    private readonly accounts: BankAccountReader,
  ) {}

  /**
   * @param namedId the account it is of, as whoever brings it says.
   * @returns the statement's id. @throws Refusal; then nothing of the file is kept.
   */
  run(personId: string, partyId: string, content: Buffer, namedId?: string): Promise<string> {
    const statement = parseStatement(content);
    const sha256 = createHash('sha256').update(content).digest();
    return this.db.transaction(async (tx) => {
      requireDaysPast(statement, await this.store.today(tx));
      const accounts = (await this.accounts.stated(tx, partyId)).filter(({ state }) =>
        ['effective', 'replaced'].includes(state),
      );
      const accountId = chooseAccount(accounts, statement, namedId);
      await this.store.lockParty(tx, partyId);
      const before = await this.store.imported(tx, accountId, sha256);
      if (before !== undefined) return before;
      const id = newId();
      const lines = await this.store.insert(tx, {
        id,
        partyId,
        accountId,
        sha256,
        statement,
        importedBy: personId,
      });
      await writeAudit(tx, {
        ...{
          actorId: personId,
          action: 'bank-statement-imported',
          subjectType: 'bank-statement',
          subjectId: id,
        },
        data: { partyId, format: statement.format, lines: statement.lines.length, isNew: lines.length },
      });
      await lookAcross(tx, 'payout', () =>
        this.match(
          tx,
          { personId, partyId },
          lines.map((line) => ({ ...line, partyId, state: 'open' as const, suspenseJournalId: null })),
        ),
      );
      return id;
    });
  }

  private async match(tx: Tx, { personId, partyId }: Importer, lines: readonly LineToBook[]): Promise<void> {
    await this.store.lockNamed(tx, partyId, lines);
    const candidates = new NamedCandidates(await this.store.namedCandidates(tx, partyId, lines));
    // What left first: a file may tell of a payout that came back before it tells that it left.
    const isIn = ({ amountRp }: LineToBook): number => (amountRp > 0 ? 1 : 0);
    for (const line of [...lines].sort((one, other) => isIn(one) - isIn(other))) {
      const match = matchLine(line, candidates.of(line));
      if (match.outcome === 'matched') await this.book(tx, personId, line, match.candidate, candidates);
      else if (match.isOurs && line.amountRp > 0) await bookAsSuspense(tx, line);
    }
  }

  /** Books a certain match; what is left of a due another line may still be for. */
  private async book(
    tx: Tx,
    shownBy: string,
    line: LineToBook,
    candidate: Candidate,
    candidates: NamedCandidates,
  ): Promise<void> {
    candidates.drop(candidate);
    if (candidate.kind === 'return') return bookAsReturn(tx, line, candidate, null);
    if (candidate.kind === 'payout') return bookAsPayout(tx, line, candidate, null);
    if (candidate.kind === 'transfer') return proveTransfer(tx, line, candidate, null);
    await bookAsDue(tx, line, candidate.id, { by: null, shownBy });
    const leftRp = candidate.amountRp - line.amountRp;
    if (leftRp > 0) candidates.put({ ...candidate, amountRp: leftRp });
  }
}
