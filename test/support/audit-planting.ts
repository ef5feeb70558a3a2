import { writeAudit } from '../../src/platform/audit/write-audit.js';
import type { Tx } from '../../src/platform/db/sql.js';

/** The audit row of a spec that writes by the product's role what no action wrote. */
export const auditPlanting = (tx: Tx): Promise<void> =>
  writeAudit(tx, { actorId: null, action: 'planted', subjectType: 'spec', subjectId: 'planted' });
