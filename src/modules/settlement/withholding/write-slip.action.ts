import { Injectable } from '@nestjs/common';
import { refuseSettlement } from '../../../core/settlement/refusals.js';
import type { WithholdingCode } from '../../../core/settlement/withhold.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import { newId } from '../../../platform/new-id.js';

/** An organiser writes under which slip it withheld; written again, the later number counts. */
@Injectable()
export class WriteSlip {
  constructor(private readonly db: Db) {}

  /** @returns the slip's id. @throws Refusal when nothing was withheld of the bill by that tax. */
  run(personId: string, wholeBillId: string, code: WithholdingCode, slipNumber: string): Promise<string> {
    return this.db.transaction(async (tx) => {
      const id = newId();
      const written = await tx.change(
        `INSERT INTO withholding_slip (id, whole_bill_id, organiser_id, supplier_id, code, slip_number, written_by)
         SELECT $1, whole_bill_id, organiser_id, supplier_id, code, $4, $5 FROM withheld_tax
         WHERE whole_bill_id = $2 AND code = $3
         GROUP BY whole_bill_id, organiser_id, supplier_id, code HAVING sum(amount_rp) > 0`,
        [id, wholeBillId, code, slipNumber, personId],
      );
      if (written === 0) throw refuseSettlement('NOTHING_WITHHELD', {}, 'code');
      await writeAudit(tx, {
        actorId: personId,
        action: 'withholding-slip-written',
        subjectType: 'whole-bill',
        subjectId: wholeBillId,
        data: { code },
      });
      return id;
    });
  }
}
