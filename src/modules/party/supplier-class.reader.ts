import { Injectable } from '@nestjs/common';
import { isReservedClass, type SupplierClass } from '../../core/party/class-supplier.js';
import { refuseParty } from '../../core/party/refusals.js';
import type { Sql } from '../../platform/db/sql.js';

export interface SupplierClassRow {
  readonly supplierId: string;
  readonly supplierClass: SupplierClass;
  readonly basis: string;
  readonly revision: number;
  readonly recordedAt: Date;
}

const LAST_CLASS = `
  SELECT DISTINCT ON (supplier_id) supplier_id, class AS supplier_class, basis, revision, recorded_at FROM supplier_class`;

/** Answers about what suppliers are. */
@Injectable()
export class SupplierClassReader {
  /** @throws Refusal when none is recorded. */
  async classOf(sql: Sql, supplierId: string): Promise<SupplierClassRow> {
    const row = await sql.first<SupplierClassRow>(
      `${LAST_CLASS} WHERE supplier_id = $1 ORDER BY supplier_id, revision DESC`,
      [supplierId],
    );
    if (row === undefined) throw refuseParty('SUPPLIER_CLASS_NOT_FOUND');
    return row;
  }

  /** Of these suppliers those that the reserved share is for. */
  async reservedOf(sql: Sql, supplierIds: readonly string[]): Promise<Set<string>> {
    const rows = await sql.rows<SupplierClassRow>(
      `${LAST_CLASS} WHERE supplier_id = ANY ($1) ORDER BY supplier_id, revision DESC`,
      [supplierIds],
    );
    return new Set(
      rows.flatMap(({ supplierId, supplierClass }) => (isReservedClass(supplierClass) ? [supplierId] : [])),
    );
  }
}
