import { Injectable } from '@nestjs/common';
import type { PartyState } from '../../../core/party/judge-standing.js';
import { documentKinds } from '../../../core/party/qualification/document-kinds.js';
import { listSteps } from '../../../core/party/readiness/list-steps.js';
import { refuseParty } from '../../../core/party/refusals.js';
import type { Sql } from '../../../platform/db/sql.js';
import { BankAccountReader } from '../decision/bank-account.reader.js';
import { DocumentReader } from '../qualification/document.reader.js';
import type { ReadinessView } from './readiness.dto.js';

interface SetUpRow {
  readonly kind: string;
  readonly state: PartyState;
  readonly suspendedReason: string | null;
  readonly deciders: number;
  readonly approvers: number;
  readonly hasContact: boolean;
}

/** Answers what a party still lacks to trade and be paid: for its own people. */
@Injectable()
export class ReadinessReader {
  constructor(
    private readonly documents: DocumentReader,
    private readonly accounts: BankAccountReader,
  ) {}

  /** @param personId who asks: whether they can be reached is part of it. @throws Refusal */
  async of(sql: Sql, partyId: string, personId: string): Promise<ReadinessView> {
    const row = await sql.first<SetUpRow>(
      `SELECT kind, state, suspended_reason,
         (SELECT count(DISTINCT person_id) FROM membership JOIN person ON person.id = person_id
          WHERE party_id = party.id AND role IN ('officer', 'treasurer', 'chair') AND disabled_at IS NULL) AS deciders,
         (SELECT count(DISTINCT person_id) FROM membership JOIN person ON person.id = person_id
          WHERE party_id = party.id AND role IN ('treasurer', 'chair') AND disabled_at IS NULL) AS approvers,
         coalesce((SELECT contact IS NOT NULL FROM person WHERE id = $2), false) AS has_contact
       FROM party WHERE id = $1`,
      [partyId, personId],
    );
    if (row === undefined) throw refuseParty('PARTY_NOT_FOUND');
    const { suspendedReason, ...setUp } = row;
    const steps = listSteps({
      ...setUp,
      documents: await this.documents.documentsOf(sql, partyId),
      accounts: await this.accounts.stated(sql, partyId),
    });
    return {
      state: row.state,
      suspendedReason,
      steps: steps.map((step) => {
        const words = step.documentKind === null ? null : documentKinds[step.documentKind];
        return { ...step, titleId: words?.id ?? null, titleEn: words?.en ?? null };
      }),
    };
  }
}
