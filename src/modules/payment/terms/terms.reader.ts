import type { Ageing } from '../../../core/payment/terms/age-dues.js';
import { ageDues, type OpenDue } from '../../../core/payment/terms/age-dues.js';
import { scoreOnTime, type DueToScore, type OnTimeScore } from '../../../core/payment/terms/score-on-time.js';
import type { CreditTerms } from '../../../core/payment/terms/use-terms.js';
import type { Sql } from '../../../platform/db/sql.js';

export interface TermsRow extends Required<CreditTerms> {
  readonly id: string;
  readonly grantorId: string;
  readonly grantorName: string;
  readonly buyerId: string;
  readonly buyerName: string;
  readonly effectiveFrom: Date;
  readonly isInForce: boolean;
}

export const ageingSides = ['receivable', 'payable'] as const;
export type AgeingSide = (typeof ageingSides)[number];

const todayOf = async (sql: Sql, partyId: string): Promise<{ today: string; name: string }> =>
  (await sql.first<{ today: string; name: string }>(
    'SELECT (clock_timestamp() AT TIME ZONE time_zone)::date AS today, name FROM party WHERE id = $1',
    [partyId],
  )) ?? { today: '1970-01-01', name: '' };

/** Answers about credit terms, and about what is owed for how long. */
export class TermsReader {
  /** Terms that a party granted or was granted, the last granted first. */
  termsOf(sql: Sql, partyId: string, after: string | null, limit: number): Promise<TermsRow[]> {
    return sql.rows(
      `SELECT credit_terms.id, credit_terms.kind, grantor_id, grantor.name AS grantor_name, buyer_id, buyer.name AS buyer_name, days, limit_rp,
         effective_from, credit_terms.id IS NOT DISTINCT FROM (SELECT id FROM credit_terms AS other
           WHERE other.buyer_id = credit_terms.buyer_id AND other.grantor_id = credit_terms.grantor_id
             AND effective_from <= clock_timestamp() ORDER BY effective_from DESC, id DESC LIMIT 1) AS is_in_force
       FROM credit_terms JOIN party AS grantor ON grantor.id = grantor_id JOIN party AS buyer ON buyer.id = buyer_id
       WHERE $1 IN (grantor_id, buyer_id) AND ($2::uuid IS NULL OR credit_terms.id < $2)
       ORDER BY credit_terms.id DESC LIMIT $3`,
      [partyId, after, limit],
    );
  }

  /** What a seller grants a buyer now, and what the buyer owes it and has not paid. */
  async standing(
    sql: Sql,
    grantorId: string,
    buyerId: string,
  ): Promise<{ terms: CreditTerms | undefined; unpaidRp: number }> {
    const terms = await sql.first<CreditTerms>(
      `SELECT kind, days, limit_rp FROM credit_terms WHERE buyer_id = $2 AND grantor_id = $1
         AND effective_from <= clock_timestamp() ORDER BY effective_from DESC, id DESC LIMIT 1`,
      [grantorId, buyerId],
    );
    const unpaid = await sql.first<{ openRp: number }>(
      `SELECT coalesce(sum(amount_rp - covered_rp), 0)::bigint AS open_rp FROM due
       WHERE payer_id = $2 AND payee_id = $1 AND state = 'open' AND kind IN ('payment-request', 'balance')`,
      [grantorId, buyerId],
    );
    return { terms, unpaidRp: unpaid?.openRp ?? 0 };
  }

  /** What others owe a party, or it owes others, by age on its day; a deposit is owed by nobody. */
  async ageing(
    sql: Sql,
    partyId: string,
    side: AgeingSide,
  ): Promise<Ageing & { readonly on: string; readonly name: string }> {
    const { today, name } = await todayOf(sql, partyId);
    const dues = await sql.rows<OpenDue>(
      `SELECT other.id AS party_id, other.name AS party_name, sum(amount_rp - covered_rp)::bigint AS open_rp,
         (coalesce(due_at, raised_at) AT TIME ZONE own.time_zone)::date AS due_on
       FROM due JOIN party AS own ON own.id = $1
       JOIN party AS other ON other.id = CASE $2 WHEN 'receivable' THEN payer_id ELSE payee_id END
       WHERE CASE $2 WHEN 'receivable' THEN payee_id ELSE payer_id END = $1 AND due.state = 'open' AND due.kind <> 'deposit'
       GROUP BY other.id, other.name, due_on`,
      [partyId, side],
    );
    return { on: today, name, ...ageDues(dues, today) };
  }

  /** How punctually a party paid the last of what it was to pay, as far as the asker sees it. */
  async scoreOf(sql: Sql, partyId: string): Promise<OnTimeScore> {
    const { today } = await todayOf(sql, partyId);
    const dues = await sql.rows<DueToScore>(
      `SELECT (coalesce(due_at, raised_at) AT TIME ZONE time_zone)::date AS due_on,
         (settled_at AT TIME ZONE time_zone)::date AS settled_on
       FROM due JOIN party ON party.id = payer_id
       WHERE payer_id = $1 AND due.state <> 'cancelled' AND due.kind IN ('payment-request', 'balance')
       ORDER BY coalesce(due_at, raised_at) DESC, due.id LIMIT 200`,
      [partyId],
    );
    return scoreOnTime(dues, today);
  }
}
