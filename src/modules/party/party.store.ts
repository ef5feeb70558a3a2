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
       WHERE id = $1 AND state = 'active'`,
      [partyId, reason],
    );
  }

  reinstate(tx: Tx, partyId: string): Promise<number> {
    return tx.change(
      `UPDATE party SET state = 'active', suspended_reason = NULL, version = version + 1
       WHERE id = $1 AND state = 'suspended'`,
      [partyId],
    );
  }
}
