import { Injectable } from '@nestjs/common';
import type { Principal, Role } from '../../platform/auth/principal.js';
import type { Sql } from '../../platform/db/sql.js';
import type { WaitingView } from './waiting.dto.js';

/** Who may look at a party's decisions and at what it is owed. */
const DECIDERS: readonly Role[] = ['officer', 'treasurer', 'chair'];

/** `$1` the party, `$2` the person, `$3` whether they decide for it. */
const WAITING = `
  SELECT
    (SELECT count(*) FROM decision WHERE $3 AND party_id = $1 AND state = 'proposed' AND proposed_by <> $2
       AND expires_at > clock_timestamp())::int AS decisions,
    (SELECT count(*) FROM pool JOIN pool_seal ON pool_seal.pool_id = pool.id
     WHERE pool.state IN ('open', 'closed') AND pool_seal.mode = 'committee' AND (pool.organiser_id = $1
       OR EXISTS (SELECT FROM pool_seal_holder WHERE pool_id = pool.id AND person_id = $2)))::int AS committees,
    (SELECT count(*) FROM award_line JOIN award ON award.id = award_line.award_id JOIN lot ON lot.id = award.lot_id
     WHERE award_line.supplier_id = $1 AND approved_at IS NOT NULL AND award.state <> 'replaced' AND lot.state = 'awarded'
       AND NOT EXISTS (SELECT FROM contract_answer AS said
         WHERE said.award_id = award.id AND said.supplier_id = $1))::int AS contracts,
    (SELECT count(*) FROM delivery_drop JOIN drop_role ON drop_role.id = delivery_drop.id
     WHERE delivery_drop.state = 'dispatched' AND receiver_id = $1)::int AS arriving,
    (SELECT count(*) FROM delivery_drop JOIN drop_role ON drop_role.id = delivery_drop.id
     WHERE delivery_drop.state = 'planned' AND released_at IS NOT NULL AND sender_id = $1)::int AS sending,
    (SELECT count(*) FROM seller_bill JOIN pool ON pool.id = pool_id
     WHERE seller_bill.state = 'differs' AND amount_rp > matched_rp
       AND $1 IN (seller_id, buyer_id, organiser_id))::int AS bills,
    (SELECT count(*) FROM consignment WHERE ended_at IS NULL
       AND (supplier_id = $1 AND EXISTS (SELECT FROM consignment_move AS move
           WHERE move.drop_id = consignment.drop_id AND kind = 'returned' AND state = 'awaited')
         OR buyer_id = $1 AND EXISTS (SELECT FROM consignment_line AS line WHERE line.drop_id = consignment.drop_id
           AND handed_packs > (SELECT coalesce(sum(packs), 0)
             FROM consignment_move AS move JOIN consignment_move_line AS moved ON move_id = move.id
             WHERE move.drop_id = line.drop_id AND moved.line_id = line.line_id AND state <> 'refused'))))::int AS consigned,
    (SELECT count(*) FROM due WHERE state = 'open' AND payer_id = $1 AND amount_rp > covered_rp)::int AS dues,
    (SELECT count(DISTINCT due.id) FROM due JOIN due_transfer ON due_transfer.due_id = due.id
     WHERE $3 AND due.state = 'open' AND payee_id = $1 AND due_transfer.state = 'claimed')::int AS claims,
    (SELECT count(*) FROM entered_order WHERE koperasi_id = $1 AND outcome IS NULL
       AND expires_at > clock_timestamp())::int AS entered_orders`;

/** Answers what waits for a person of a party today, each kind counted as its list would show it. */
@Injectable()
export class WaitingReader {
  /** Behind the walls of who asks; nothing of decisions and money owed for who may not look at them. */
  async waitingFor(sql: Sql, { personId, memberships }: Principal, partyId: string): Promise<WaitingView> {
    const isDecider = memberships.some(
      (membership) =>
        membership.partyId === partyId && DECIDERS.some((role) => membership.roles.includes(role)),
    );
    const [row] = await sql.rows<WaitingView>(WAITING, [partyId, personId, isDecider]);
    if (row === undefined) throw new Error('counting gave no row');
    return row;
  }
}
