import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import type { PriceReferenceView } from './price-reference.dto.js';

@Injectable()
export class PriceReferenceStore {
  /** Adds a price, once per code, zone, level and day. Returns how many rows that were. */
  add(tx: Tx, price: PriceReferenceView): Promise<number> {
    const { id, code, commodity, kind, level, zone, minRp, maxRp, unitCode, validFrom, source, sourceEn } =
      price;
    return tx.change(
      `INSERT INTO price_reference
         (id, code, commodity, kind, level, zone, min_rp, max_rp, unit_code, valid_from, source, source_en)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
       ON CONFLICT (code, zone, level, valid_from) DO NOTHING`,
      [id, code, commodity, kind, level, zone, minRp, maxRp, unitCode, validFrom, source, sourceEn],
    );
  }
}
