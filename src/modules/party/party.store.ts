import { Injectable } from '@nestjs/common';
import type { Standing } from '../../core/party/judge-standing.js';
import type { Tx } from '../../platform/db/sql.js';

@Injectable()
export class PartyStore {
  lockStanding(tx: Tx, partyId: string): Promise<Standing | undefined> {
    return tx.first('SELECT kind, state, region_code FROM party WHERE id = $1 FOR UPDATE', [partyId]);
  }

  suspend(tx: Tx, partyId: string, reason: string): Promise<number> {
    return tx.change(
      `UPDATE party SET state = 'suspended', suspended_reason = $2, version = version + 1
       WHERE id = $1 AND state <> 'suspended'`,
      [partyId, reason],
    );
  }

  /** A supplier that was never qualified is a candidate again. */
  reinstate(tx: Tx, partyId: string): Promise<number> {
    return tx.change(
      `UPDATE party SET state = CASE WHEN qualified_at IS NULL THEN 'candidate' ELSE 'active' END, suspended_reason = NULL, version = version + 1
       WHERE id = $1 AND state = 'suspended'`,
      [partyId],
    );
  }
}
