import { writeAudit } from '../platform/audit/write-audit.js';
import type { Tx } from '../platform/db/sql.js';

/** One row for what a seed made or changed, with how many of each; none when that was nothing. */
export const auditSeed = async (
  tx: Tx,
  subjectId: string,
  counts: Readonly<Record<string, number>>,
): Promise<void> => {
  const data = Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
  if (Object.keys(data).length === 0) return;
  await writeAudit(tx, { actorId: null, action: 'seeded', subjectType: 'seed', subjectId, data });
};
