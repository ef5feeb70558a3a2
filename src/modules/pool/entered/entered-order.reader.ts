import { Injectable } from '@nestjs/common';
import { stateOf, type EnteredMoment, type EnteredState } from '../../../core/pool/entered/judge-entered.js';
import { refuseEntered } from '../../../core/pool/entered/refusals.js';
import type { PoolSide } from '../../../core/pool/side.js';
import type { Sql } from '../../../platform/db/sql.js';
import type { EnteredLineView } from './entered-order.dto.js';

interface Row extends EnteredMoment {
  readonly id: string;
  readonly poolId: string;
  readonly poolTitle: string;
  readonly side: PoolSide;
  readonly organiserName: string;
  readonly koperasiId: string;
  readonly koperasiName: string;
  readonly enteredByName: string | null;
  readonly enteredAt: Date;
  readonly confirmedBy: 'code' | 'self' | null;
  readonly lines: (Omit<EnteredLineView, 'minProceedsRp'> & { readonly maxLandedRp: number | null })[];
}

export type EnteredOrderRow = Omit<Row, 'outcome' | 'now' | 'side' | 'lines'> & {
  readonly state: EnteredState;
  readonly lines: EnteredLineView[];
};

const ORDER = `
  SELECT entered_order.id, entered_order.pool_id, pool.title AS pool_title, pool.side, organiser.name AS organiser_name,
    koperasi_id, koperasi.name AS koperasi_name, person.name AS entered_by_name, entered_at, expires_at, tries,
    asked_id IS NOT NULL AS is_code_sent, outcome, confirmed_by, clock_timestamp() AS now,
    (SELECT json_agg(json_build_object('itemId', item.id, 'commodityNameId', commodity.name_id,
       'commodityNameEn', commodity.name_en, 'packCode', item.pack_code, 'packSizeMilli', item.pack_size_milli,
       'baseUnit', commodity.base_unit, 'neededBy', line->>'neededBy', 'quantityPacks', (line->>'quantityPacks')::int,
       'tolerancePacks', (line->>'tolerancePacks')::int, 'minimumPacks', (line->>'minimumPacks')::int,
       'maxLandedRp', (line->>'maxLandedRp')::bigint, 'acceptsMerge', (line->>'acceptsMerge')::boolean) ORDER BY place)
     FROM jsonb_array_elements(entered_order.lines) WITH ORDINALITY AS part (line, place)
     JOIN pool_item AS item ON item.id = (line->>'itemId')::uuid
     JOIN commodity ON commodity.code = item.commodity_code) AS lines
  FROM entered_order JOIN pool ON pool.id = entered_order.pool_id JOIN party AS organiser ON organiser.id = entered_order.organiser_id
  JOIN party AS koperasi ON koperasi.id = koperasi_id LEFT JOIN person ON person.id = entered_by`;

const shown = ({ outcome, now, side, lines, ...row }: Row): EnteredOrderRow => ({
  ...row,
  state: stateOf({ ...row, outcome, now }),
  lines: lines.map(({ maxLandedRp, ...line }) => ({
    ...line,
    maxLandedRp: side === 'buy' ? maxLandedRp : null,
    minProceedsRp: side === 'sell' ? maxLandedRp : null,
  })),
});

/** Answers about orders that organisers entered: row security shows a koperasi its own, an organiser those of its pools. */
@Injectable()
export class EnteredOrderReader {
  /** A page, the newest first; of one pool, or only those that still wait, where asked. */
  async page(
    sql: Sql,
    only: { readonly poolId: string | null; readonly isWaiting: boolean },
    cursor: string | null,
    limit: number,
  ): Promise<EnteredOrderRow[]> {
    const rows = await sql.rows<Row>(
      `${ORDER} WHERE ($1::uuid IS NULL OR entered_order.pool_id = $1) AND ($3::uuid IS NULL OR entered_order.id < $3)
         AND (NOT $2 OR (outcome IS NULL AND expires_at > clock_timestamp()))
       ORDER BY entered_order.id DESC LIMIT $4`,
      [only.poolId, only.isWaiting, cursor, limit],
    );
    return rows.map(shown);
  }

  /** @throws Refusal ENTERED_ORDER_NOT_FOUND */
  async byId(sql: Sql, orderId: string): Promise<EnteredOrderRow> {
    const row = await sql.first<Row>(`${ORDER} WHERE entered_order.id = $1`, [orderId]);
    if (row === undefined) throw refuseEntered('ENTERED_ORDER_NOT_FOUND');
    return shown(row);
  }
}
