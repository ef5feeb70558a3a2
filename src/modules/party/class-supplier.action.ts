import { Injectable } from '@nestjs/common';
import { classSupplier, type ClassRecord, type SupplierClass } from '../../core/party/class-supplier.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { requireSeen } from '../../platform/http/if-match.js';
import { SupplierClassReader, type SupplierClassRow } from './supplier-class.reader.js';

/**
 * Records what a supplier is, on what basis. Revisions are only ever added. The same again changes nothing, whatever
 * was seen: it may be the same request, sent again.
 */
@Injectable()
export class ClassSupplier {
  constructor(
    private readonly db: Db,
    private readonly reader: SupplierClassReader,
  ) {}

  run(
    personId: string,
    supplierId: string,
    seenRevision: number | undefined,
    next: { supplierClass: SupplierClass; basis: string },
  ): Promise<SupplierClassRow> {
    return this.db.transaction(async (tx) => {
      const party = await tx.first<{ kind: string }>('SELECT kind FROM party WHERE id = $1 FOR UPDATE', [
        supplierId,
      ]);
      const current = await tx.first<ClassRecord>(
        `SELECT revision, class AS supplier_class, basis FROM supplier_class
         WHERE supplier_id = $1 ORDER BY revision DESC LIMIT 1`,
        [supplierId],
      );
      const revision = classSupplier(party, current, next);
      if (revision !== null) {
        requireSeen(current?.revision, seenRevision);
        await tx.change(
          'INSERT INTO supplier_class (supplier_id, revision, class, basis, recorded_by) VALUES ($1, $2, $3, $4, $5)',
          [supplierId, revision, next.supplierClass, next.basis, personId],
        );
        await writeAudit(tx, {
          actorId: personId,
          action: 'supplier-classed',
          subjectType: 'party',
          subjectId: supplierId,
          data: { supplierClass: next.supplierClass, revision },
        });
      }
      return this.reader.classOf(tx, supplierId);
    });
  }
}
