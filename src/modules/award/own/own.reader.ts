import { Injectable } from '@nestjs/common';
import { tellOutcome, type BidStand } from '../../../core/award/tell-outcome.js';
import type { Sql } from '../../../platform/db/sql.js';
import type { OwnBidView, OwnContractView } from './own.dto.js';

interface Page {
  readonly cursor: string | null;
  readonly limit: number;
}

type BidRow = Omit<OwnBidView, 'outcome' | 'awardedPacks'> & BidStand;

const GOODS = `commodity.name_id AS commodity_name_id, commodity.name_en AS commodity_name_en, pack_code, pack_size_milli, base_unit`;
const OF_LOT = `
  JOIN lot ON lot.id = lot_id JOIN pool ON pool.id = lot.pool_id JOIN pool_item ON pool_item.id = lot.item_id
  JOIN commodity ON commodity.code = commodity_code`;

/** What a bidder sealed for the tenders that stand, and what was opened of it; never what it says. */
const OWN = `
  SELECT DISTINCT ON (lot_id) lot_id, revision, action, made_at FROM (
    SELECT tender.lot_id, revision, action, sealed_bid.made_at
    FROM tender JOIN sealing_key ON sealing_key.lot_id = tender.lot_id AND sealing_key.attempt = tender.attempt
    JOIN sealed_bid ON key_id = sealing_key.id WHERE supplier_id = $1
    UNION ALL SELECT bid.lot_id, revision, action, made_at
    FROM bid JOIN bid_revision ON bid_id = bid.id WHERE supplier_id = $1
  ) AS made ORDER BY lot_id, revision DESC`;

/** Answers a bidder over all pools: what it bid for and what became of it, what it has to sign and has signed. */
@Injectable()
export class OwnReader {
  /** Contracts since their approval, the newest first; of those that wait nobody has answered, and they still hold. */
  contractsOf(
    sql: Sql,
    supplierId: string,
    { isWaiting, cursor, limit }: Page & { readonly isWaiting: boolean },
  ): Promise<OwnContractView[]> {
    return sql.rows(
      `SELECT award.id AS award_id, award.lot_id, lot.pool_id, pool.title AS pool_title, organiser.name AS organiser_name,
         pool.side, pool_item.mode, lot.state AS lot_state, ${GOODS}, award_line.supplier_id, party.name AS supplier_name,
         attempt, award.state <> 'replaced' AS is_current, packs, price_rp_per_unit, amount_rp, due_at, answer, reason,
         answered_at
       FROM award_line JOIN award ON award.id = award_line.award_id ${OF_LOT}
       JOIN party ON party.id = award_line.supplier_id JOIN party AS organiser ON organiser.id = organiser_id
       LEFT JOIN award_step ON award_step.award_id = award.id AND step = 'contract'
       LEFT JOIN contract_answer AS said ON said.award_id = award.id AND said.supplier_id = award_line.supplier_id
       WHERE award_line.supplier_id = $1 AND approved_at IS NOT NULL
         AND (NOT $2 OR (answer IS NULL AND award.state <> 'replaced' AND lot.state = 'awarded'))
         AND ($3::uuid IS NULL OR award.id < $3) ORDER BY award.id DESC LIMIT $4`,
      [supplierId, isWaiting, cursor, limit],
    );
  }

  /** Lots that it bid for, the newest first, each with what became of the bid as far as it may know. */
  async bidsOf(sql: Sql, supplierId: string, { cursor, limit }: Page): Promise<OwnBidView[]> {
    const rows = await sql.rows<BidRow>(
      `SELECT own.lot_id, lot.pool_id, pool.title AS pool_title, pool.side, lot.state AS lot_state, ${GOODS},
         lot.quantity_packs, tender.closes_at, own.revision, own.made_at, own.action,
         tender.opened_at IS NOT NULL AS is_opened,
         failed.faults IS NOT NULL AS has_failed, award.state AS award_state, coalesce(line.packs, 0)::int AS awarded_packs,
         line.amount_rp, coalesce(failed.faults -> 0 ->> 'id', said ->> 'id') AS reason_id,
         coalesce(failed.faults -> 0 ->> 'en', said ->> 'en') AS reason_en,
         EXISTS (SELECT FROM bid_out WHERE bid_out.bid_id = bid.id) AS is_out
       FROM (${OWN}) AS own ${OF_LOT} JOIN tender ON tender.lot_id = own.lot_id
       LEFT JOIN bid ON bid.lot_id = own.lot_id AND bid.supplier_id = $1
       LEFT JOIN LATERAL (
         SELECT faults FROM sealing_key JOIN failed_bid ON key_id = sealing_key.id
         WHERE sealing_key.lot_id = own.lot_id AND sealing_key.attempt = tender.attempt AND failed_bid.supplier_id = $1
       ) AS failed ON true
       LEFT JOIN award ON award.lot_id = own.lot_id AND award.state IN ('proposed', 'approved')
       LEFT JOIN award_line AS line ON line.award_id = award.id AND line.supplier_id = $1
       LEFT JOIN LATERAL (
         SELECT said FROM jsonb_array_elements(award.explanation -> 'reasons') AS said
         WHERE said ->> 'bidId' = bid.id::text LIMIT 1
       ) AS losing ON true
       WHERE $2::uuid IS NULL OR own.lot_id < $2 ORDER BY own.lot_id DESC LIMIT $3`,
      [supplierId, cursor, limit],
    );
    return rows.map(({ action, isOpened, hasFailed, isOut, awardState, awardedPacks, ...row }) => ({
      ...row,
      outcome: tellOutcome({
        ...{ action, isOpened, hasFailed, isOut },
        ...{ awardState, awardedPacks, lotState: row.lotState },
      }),
      awardedPacks: awardState === null ? null : awardedPacks,
    }));
  }
}
