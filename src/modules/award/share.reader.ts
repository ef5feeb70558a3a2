import { Injectable } from '@nestjs/common';
import type { LandedShare, OutReason } from '../../core/award/coalition/coalition.js';
import type { Sql } from '../../platform/db/sql.js';

/** What an award gives a line and what that comes to, everything included; or why it gives nothing. */
export interface AwardShareRow extends LandedShare {
  readonly lineId: string;
  readonly reason: OutReason | null;
  readonly wouldPay: LandedShare | null;
}

interface Row extends LandedShare {
  readonly lineId: string;
  readonly reason: OutReason | null;
  readonly wouldPacks: number | null;
  readonly wouldAmountRp: number | null;
}

const SHARES = `
  SELECT line_id, award_share.packs, award_share.amount_rp, reason, would_packs, would_amount_rp
  FROM award_share JOIN award ON award.id = award_id`;

const toShare = ({ wouldPacks, wouldAmountRp, ...share }: Row): AwardShareRow => ({
  ...share,
  wouldPay: wouldPacks === null ? null : { packs: wouldPacks, amountRp: wouldAmountRp ?? 0 },
});

/** Answers what each line gets of an award. */
@Injectable()
export class AwardShareReader {
  /** Of a lot's approved award; empty of one that shares were not part of: a distribution, or made before they were. */
  async approvedShares(sql: Sql, lotId: string): Promise<AwardShareRow[]> {
    const rows = await sql.rows<Row>(
      `${SHARES} WHERE award.lot_id = $1 AND award.state = 'approved' ORDER BY line_id`,
      [lotId],
    );
    return rows.map(toShare);
  }

  async sharesOf(sql: Sql, awardId: string): Promise<AwardShareRow[]> {
    return (await sql.rows<Row>(`${SHARES} WHERE award_id = $1 ORDER BY line_id`, [awardId])).map(toShare);
  }
}
