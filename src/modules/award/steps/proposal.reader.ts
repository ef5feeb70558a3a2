import { Injectable } from '@nestjs/common';
import { decideAwardSight } from '../../../core/award/decide-award-sight.js';
import { refuseAward } from '../../../core/award/refusals.js';
import { partiesOf, type Principal } from '../../../platform/auth/principal.js';
import type { Sql } from '../../../platform/db/sql.js';
import { BidReader } from '../../bid/index.js';
import { AwardReader } from '../award.reader.js';
import type { ProposalLineView, ProposalView } from './proposal.dto.js';

/** Answers what bidders see of an award that they may object to. */
@Injectable()
export class ProposalReader {
  constructor(
    private readonly awards: AwardReader,
    private readonly bids: BidReader,
  ) {}

  /** The caller's own bids for the lot, those taken back left out. */
  async ownBids(sql: Sql, lotId: string, caller: Principal): ReturnType<BidReader['ownBids']> {
    const bids = await this.bids.ownBids(sql, lotId, partiesOf(caller, 'supplier', 'koperasi', 'kitchen'));
    return bids.filter(({ action }) => action !== 'withdrawn');
  }

  /** @throws Refusal when the caller may see none. */
  async proposalOf(sql: Sql, lotId: string, caller: Principal): Promise<ProposalView> {
    const award = await this.awards.awardOf(sql, lotId);
    if (award === undefined) throw refuseAward('AWARD_NOT_FOUND');
    const own = await this.ownBids(sql, lotId, caller);
    const sight = await this.bids.sightOf(sql, lotId, caller);
    if (decideAwardSight({ sight, isBidder: own.length > 0, state: award.state }) === 'nothing')
      throw refuseAward('AWARD_NOT_FOUND');
    const { id: awardId, attempt, state, demandPacks, awardedPacks, explanation } = award;
    return {
      awardId,
      lotId,
      attempt,
      state,
      objectionsUntil: await this.windowOf(sql, awardId),
      demandPacks,
      awardedPacks,
      lines: await this.linesOf(sql, awardId),
      ownLosingBids: explanation.reasons.flatMap(({ bidId, code, id, en }) =>
        own
          .filter((bid) => bid.bidId === bidId)
          .map(({ supplierId, supplierName }) => ({ bidId, supplierId, supplierName, code, id, en })),
      ),
    };
  }

  private linesOf(sql: Sql, awardId: string): Promise<ProposalLineView[]> {
    return sql.rows(
      `SELECT bid_id, supplier_id, party.name AS supplier_name, packs, price_rp_per_unit, amount_rp
       FROM award_line JOIN party ON party.id = supplier_id WHERE award_id = $1 ORDER BY bid_id`,
      [awardId],
    );
  }

  private async windowOf(sql: Sql, awardId: string): Promise<Date | null> {
    const row = await sql.first<{ dueAt: Date }>(
      `SELECT due_at FROM award_step WHERE award_id = $1 AND step = 'objection'`,
      [awardId],
    );
    return row?.dueAt ?? null;
  }
}
