import { Injectable } from '@nestjs/common';
import { groupBy } from '../../core/kernel/group-by.js';
import {
  MAX_LINES,
  requirePeriod,
  writeStatement,
  type StatementAccount,
  type StatementPosting,
} from '../../core/ledger/write-statement.js';
import { refuseParty } from '../../core/party/refusals.js';
import { Db } from '../../platform/db/db.js';
import { StatementReader } from './statement.reader.js';

export interface StatementLine extends StatementPosting {
  readonly balanceRp: number;
  readonly counterparties: readonly { readonly partyId: string; readonly name: string }[];
}

export interface Statement {
  readonly partyId: string;
  readonly code: string;
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly accounts: StatementAccount[];
  readonly lines: StatementLine[];
}

/** A party's statement of account for a period of civil days (UTC+7), first and last included. */
@Injectable()
export class MakeStatement {
  constructor(
    private readonly db: Db,
    private readonly reader: StatementReader,
  ) {}

  /** @throws Refusal when there is no such party, or the period is none or too long. */
  async of(partyId: string, from: string, to: string): Promise<Statement> {
    requirePeriod(from, to);
    const party = await this.reader.partyOf(this.db, partyId);
    if (party === undefined) throw refuseParty('PARTY_NOT_FOUND');
    const openings = await this.reader.openings(this.db, partyId, from);
    const postings = await this.reader.postings(this.db, partyId, from, to, MAX_LINES + 1);
    const { accounts, lines } = writeStatement(openings, postings);
    const others = groupBy(
      await this.reader.counterparties(
        this.db.across('statement'),
        partyId,
        lines.map(({ journalId }) => journalId),
      ),
      ({ journalId }) => journalId,
    );
    const { code, name } = party;
    return {
      ...{ partyId, code, name, from, to, accounts },
      lines: lines.map((line) => ({
        ...line,
        counterparties: (others.get(line.journalId) ?? []).map((other) => ({
          partyId: other.partyId,
          name: other.name,
        })),
      })),
    };
  }
}
