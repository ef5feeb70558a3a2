import { Injectable } from '@nestjs/common';
import { decideSight } from '../../core/bid/decide-sight.js';
import { isNeutral, type SupplierPoolTerms } from '../../core/bid/supplier-terms.js';
import { isContracted, lotStates } from '../../core/lot/advance-lot.js';
import type { Principal } from '../../platform/auth/principal.js';
import type { Sql } from '../../platform/db/sql.js';
import { biddersOf } from './bidders-of.js';
import { PoolReader } from '../pool/index.js';

/** A supplier's opened terms over all lots of a pool, in their last revision. */
export interface SupplierTermsRow extends SupplierPoolTerms {
  readonly poolId: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly revision: number;
  readonly madeAt: Date;
  readonly hash: string | null;
  /** What the hash is of, to the letter. */
  readonly sealedText: string | null;
}

/** The same as somebody sees it: without the terms while they are sealed. */
export interface ShownTerms extends Omit<SupplierTermsRow, keyof SupplierPoolTerms> {
  readonly terms: SupplierPoolTerms | null;
}

const show = ({ fixedChargeRp, capacityMilli, minimumOrderRp, ...row }: SupplierTermsRow): ShownTerms => ({
  ...row,
  terms: { fixedChargeRp, capacityMilli, minimumOrderRp },
});

const pools = new PoolReader();

const LAST_TERMS = `
  SELECT DISTINCT ON (supplier_id) pool_id, supplier_id, party.name AS supplier_name, supplier_terms_revision.revision,
    fixed_charge_rp, capacity_milli, minimum_order_rp, made_at, hash, sealed_text
  FROM supplier_terms_revision JOIN party ON party.id = supplier_id`;

/** Terms that are still sealed, by the pool's last key. */
const SEALED = `
  SELECT DISTINCT ON (sealed_bid.supplier_id) sealing_key.pool_id, sealed_bid.supplier_id, party.name AS supplier_name,
    sealed_bid.revision, sealed_bid.made_at, sealed_bid.hash, NULL AS sealed_text, NULL::jsonb AS terms
  FROM sealing_key JOIN sealed_bid ON key_id = sealing_key.id JOIN party ON party.id = sealed_bid.supplier_id
  WHERE pool_id = $1 AND lot_id IS NULL
    AND attempt = (SELECT max(attempt) FROM sealing_key WHERE pool_id = $1 AND lot_id IS NULL)
    AND NOT EXISTS (SELECT FROM failed_bid WHERE failed_bid.key_id = sealing_key.id AND failed_bid.supplier_id = sealed_bid.supplier_id)
    AND NOT EXISTS (SELECT FROM supplier_terms_revision AS opened
      WHERE opened.pool_id = $1 AND opened.supplier_id = sealed_bid.supplier_id AND opened.hash IS NOT NULL)`;

/** Answers about terms over all lots of a pool. The seal is part of each statement. */
@Injectable()
export class SupplierTermsReader {
  /** Of these suppliers, for themselves: before the opening not even they see what they sealed. */
  async ownTerms(sql: Sql, poolId: string, supplierIds: readonly string[]): Promise<ShownTerms[]> {
    const sealed = await sql.rows<ShownTerms>(
      `${SEALED} AND sealed_bid.supplier_id = ANY ($2) ORDER BY sealed_bid.supplier_id, sealed_bid.revision DESC`,
      [poolId, supplierIds],
    );
    const opened = (await this.openedTerms(sql, poolId)).filter(
      ({ supplierId }) =>
        supplierIds.includes(supplierId) && !sealed.some((row) => row.supplierId === supplierId),
    );
    return [...sealed, ...opened.map(show)];
  }

  /** Suppliers whose terms may tie lots to each other: those that ask for something, or whose terms are still sealed. */
  async tyingSuppliers(sql: Sql, poolId: string): Promise<string[]> {
    const sealed = await sql.rows<{ supplierId: string }>(
      `${SEALED} ORDER BY sealed_bid.supplier_id, sealed_bid.revision DESC`,
      [poolId],
    );
    const asking = (await this.openedTerms(sql, poolId)).filter((terms) => !isNeutral(terms));
    return [...new Set([...asking, ...sealed].map(({ supplierId }) => supplierId))];
  }

  /** All terms of a pool, for the award: from the first opening on nobody can change them. Empty before. */
  openedTerms(sql: Sql, poolId: string): Promise<SupplierTermsRow[]> {
    return sql.rows(
      `${LAST_TERMS}
       WHERE pool_id = $1 AND EXISTS (
         SELECT FROM tender JOIN lot ON lot.id = lot_id WHERE lot.pool_id = $1 AND tender.opened_at IS NOT NULL)
       ORDER BY supplier_id, supplier_terms_revision.revision DESC`,
      [poolId],
    );
  }

  /** Whose terms somebody may see: their own; everybody's once no lot awaits its opening, as bids are seen. */
  async sightOf(sql: Sql, poolId: string, principal?: Principal): Promise<'all' | 'own'> {
    const row = await sql.first<{ isOpened: boolean; isContracted: boolean }>(
      `SELECT coalesce(bool_or(tender.opened_at IS NOT NULL), false) AND NOT pool_awaits_opening($1) AS is_opened,
         coalesce(bool_and(lot.state = 'failed' OR lot.state = ANY ($2)), false) AS is_contracted
       FROM lot LEFT JOIN tender ON lot_id = lot.id WHERE pool_id = $1`,
      [poolId, lotStates.filter(isContracted)],
    );
    const isInsider = principal !== undefined && (await pools.isInsider(sql, poolId, principal)) === true;
    return decideSight({
      isOpened: row?.isOpened ?? false,
      isContracted: row?.isContracted ?? false,
      isInsider,
    });
  }

  /** The terms that somebody may see. */
  async visibleTerms(sql: Sql, poolId: string, principal?: Principal): Promise<ShownTerms[]> {
    if ((await this.sightOf(sql, poolId, principal)) === 'all')
      return (await this.openedTerms(sql, poolId)).map(show);
    return principal ? this.ownTerms(sql, poolId, biddersOf(principal)) : [];
  }
}
