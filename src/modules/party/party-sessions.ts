import { Injectable } from '@nestjs/common';
import type { Principal } from '../../platform/auth/principal.js';
import { Sessions } from '../../platform/auth/sessions.js';
import { Db } from '../../platform/db/db.js';

/**
 * Asked on every request, so it is one statement over primary keys and no transaction. Nothing is kept
 * between requests: what was revoked, disabled or taken away a moment ago no longer holds. Suspended parties
 * stay in the list; what they may still do, each stage says itself.
 */
@Injectable()
export class PartySessions extends Sessions {
  constructor(private readonly db: Db) {
    super();
  }

  principalOf(tokenHash: Buffer): Promise<Principal | undefined> {
    return this.db.first<Principal>(
      `SELECT session.person_id,
         coalesce((
           SELECT json_agg(json_build_object('partyId', held.party_id, 'kind', party.kind, 'roles', held.roles)
             ORDER BY held.party_id)
           FROM (
             SELECT party_id, array_agg(role ORDER BY role) AS roles
             FROM membership WHERE person_id = session.person_id GROUP BY party_id
           ) AS held
           JOIN party ON party.id = held.party_id
         ), '[]') AS memberships
       FROM session JOIN person ON person.id = session.person_id
       WHERE session.token_hash = $1 AND session.revoked_at IS NULL
         AND session.expires_at > clock_timestamp() AND person.disabled_at IS NULL`,
      [tokenHash],
    );
  }
}
