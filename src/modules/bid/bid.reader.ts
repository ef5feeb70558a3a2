import { Injectable } from '@nestjs/common';
import type { BidAction, WholeTerms } from '../../core/bid/bid-terms.js';
import { decideSight } from '../../core/bid/decide-sight.js';
import { refuseBid } from '../../core/bid/refusals.js';
import { isContracted, type LotState } from '../../core/lot/advance-lot.js';
import type { Principal } from '../../platform/auth/principal.js';
import type { Sql } from '../../platform/db/sql.js';
import { PoolReader } from '../pool/index.js';
import { biddersOf } from './bidders-of.js';
import { TERMS, termsOf, type TermsRow } from './read-terms.js';

/** A bid in its last revision; terms are null while it is sealed, and once it is withdrawn. */
export interface BidRow {
  /** Null while it is sealed. */
  readonly bidId: string | null;
  readonly lotId: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly revision: number;
  readonly action: BidAction;
  readonly terms: WholeTerms | null;
  readonly madeAt: Date;
  /** Public from the moment it was sealed; null for a standing offer and a withdrawal. */
  readonly hash: string | null;
  /** What the hash is of, to the letter; null while it is sealed. */
  readonly sealedText: string | null;
}

/** An opened bid that stands: what the award is computed from. */
export type OpenedBid = Omit<BidRow, 'bidId' | 'terms' | 'hash' | 'sealedText'> &
  WholeTerms & { readonly bidId: string };

export interface TenderRow {
  readonly lotId: string;
  readonly closesAt: Date;
  /** How many times bidding began: anew where nobody could open the bids in time. */
  readonly attempt: number;
  readonly openedAt: Date | null;
  /** Null until the bids are opened. */
  readonly bidCount: number | null;
}

const pools = new PoolReader();

type LastRevision = Omit<BidRow, 'terms'> & TermsRow;

const LAST_REVISIONS = `
  SELECT bid.id AS bid_id, bid.lot_id, supplier_id, supplier.name AS supplier_name, revision, action,
    ${TERMS}, made_at, hash, sealed_text
  FROM bid JOIN tender ON tender.lot_id = bid.lot_id JOIN party AS supplier ON supplier.id = supplier_id
  JOIN LATERAL (SELECT * FROM bid_revision WHERE bid_id = bid.id ORDER BY revision DESC LIMIT 1) AS last ON true`;

const rowOf = (row: LastRevision): BidRow => {
  const { bidId, lotId, supplierId, supplierName, revision, action, madeAt, hash, sealedText } = row;
  const terms = termsOf(row);
  return { bidId, lotId, supplierId, supplierName, revision, action, terms, madeAt, hash, sealedText };
};

/** What is sealed, and what was written before bids were sealed: not a word of it is read. */
const SEALED = `
  SELECT DISTINCT ON (supplier_id) NULL::uuid AS bid_id, lot_id, supplier_id, supplier.name AS supplier_name, revision,
    action, NULL AS terms, made_at, hash, NULL AS sealed_text
  FROM (
    SELECT tender.lot_id, supplier_id, revision, action, sealed_bid.made_at, hash
    FROM tender JOIN sealing_key ON sealing_key.lot_id = tender.lot_id AND sealing_key.attempt = tender.attempt
    JOIN sealed_bid ON key_id = sealing_key.id WHERE tender.opened_at IS NULL
    UNION ALL SELECT bid.lot_id, supplier_id, revision, action, made_at, NULL
    FROM tender JOIN bid ON bid.lot_id = tender.lot_id JOIN bid_revision ON bid_id = bid.id WHERE tender.opened_at IS NULL
  ) AS sealed JOIN party AS supplier ON supplier.id = supplier_id`;

/** Answers about bids. The seal is part of each statement: no caller can forget it. */
@Injectable()
export class BidReader {
  tenderOf(sql: Sql, lotId: string): Promise<TenderRow | undefined> {
    return sql.first(
      'SELECT lot_id, closes_at, attempt, opened_at, bid_count FROM tender WHERE lot_id = $1',
      [lotId],
    );
  }

  /** The last revision of every bid that was not withdrawn, the earliest first; empty until they are opened. */
  async openedBids(sql: Sql, lotId: string): Promise<OpenedBid[]> {
    return (await this.openedRows(sql, lotId)).flatMap(
      ({ bidId, terms, hash: _hash, sealedText: _text, ...bid }) =>
        terms && bidId !== null ? [{ ...bid, bidId, ...terms }] : [],
    );
  }

  /** The bids of these suppliers for a lot, for the bidders themselves: before the opening not even they see a price. */
  async ownBids(sql: Sql, lotId: string, supplierIds: readonly string[]): Promise<BidRow[]> {
    const sealed = await sql.rows<BidRow>(
      `${SEALED} WHERE lot_id = $1 AND supplier_id = ANY ($2) ORDER BY supplier_id, revision DESC`,
      [lotId, supplierIds],
    );
    const opened = await sql.rows<LastRevision>(
      `${LAST_REVISIONS} WHERE bid.lot_id = $1 AND supplier_id = ANY ($2) AND tender.opened_at IS NOT NULL
       ORDER BY made_at, bid.id`,
      [lotId, supplierIds],
    );
    return [...sealed, ...opened.map(rowOf)];
  }

  /** @throws Refusal when the supplier has no bid for the lot. */
  async ownBid(sql: Sql, lotId: string, supplierId: string): Promise<BidRow> {
    const [bid] = await this.ownBids(sql, lotId, [supplierId]);
    if (bid === undefined) throw refuseBid('BID_NOT_FOUND');
    return bid;
  }

  /**
   * Whether somebody may see all bids of a lot, and so its award, or only their own; without a principal: the public.
   * A distributed lot has no bids to seal: all may be seen once it is awarded.
   * @throws Refusal when the lot has no tender and is not distributed either.
   */
  async sightOf(sql: Sql, lotId: string, principal?: Principal): Promise<'all' | 'own'> {
    const row = await sql.first<{ isOpened: boolean; state: LotState; poolId: string }>(
      `SELECT opened_at IS NOT NULL OR (mode = 'distribution' AND state <> 'bidding') AS is_opened, state, lot.pool_id
       FROM lot JOIN pool_item ON pool_item.id = item_id LEFT JOIN tender ON lot_id = lot.id
       WHERE lot.id = $1 AND (lot_id IS NOT NULL OR mode = 'distribution')`,
      [lotId],
    );
    if (row === undefined) throw refuseBid('TENDER_NOT_FOUND');
    const isInsider = principal !== undefined && (await pools.isInsider(sql, row.poolId, principal)) === true;
    return decideSight({ isOpened: row.isOpened, isContracted: isContracted(row.state), isInsider });
  }

  /** The bids of a lot that somebody may see. */
  async visibleBids(sql: Sql, lotId: string, principal?: Principal): Promise<BidRow[]> {
    if ((await this.sightOf(sql, lotId, principal)) === 'own')
      return principal ? this.ownBids(sql, lotId, biddersOf(principal)) : [];
    return this.openedRows(sql, lotId);
  }

  private async openedRows(sql: Sql, lotId: string): Promise<BidRow[]> {
    const rows = await sql.rows<LastRevision>(
      `${LAST_REVISIONS} WHERE bid.lot_id = $1 AND tender.opened_at IS NOT NULL AND action <> 'withdrawn' ORDER BY made_at, bid.id`,
      [lotId],
    );
    return rows.map(rowOf);
  }
}
