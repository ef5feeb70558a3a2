import { Injectable } from '@nestjs/common';
import { letsIn, type OpenInvitation } from '../../../core/party/joining/accept-invitation.js';
import { refuseJoining } from '../../../core/party/joining/refusals.js';
import type { Sql } from '../../../platform/db/sql.js';
import { pageLimit, pageOf, type PageQuery } from '../../../platform/http/page.js';
import { hashInvitation, JUDGED } from './judged-invitation.js';
import type { InvitationPage, InvitationView, OfferedInvitationView } from './invitation.dto.js';

const INVITATION = `
  SELECT invitation.id, CASE WHEN accepted_at IS NOT NULL THEN 'accepted' WHEN revoked_at IS NOT NULL THEN 'revoked'
      WHEN expires_at <= clock_timestamp() THEN 'expired' ELSE 'open' END AS state,
    join_party_id, coalesce(new_kind, joined.kind) AS kind, coalesce(new_name, joined.name) AS name,
    CASE WHEN new_kind IS NULL THEN joined.region_code ELSE new_region_code END AS region_code, roles, expires_at,
    accepted_party_id
  FROM invitation LEFT JOIN party AS joined ON joined.id = join_party_id`;

/** Answers about invitations. */
@Injectable()
export class InvitationReader {
  /** What a party invited to, newest first. */
  async page(sql: Sql, partyId: string, query: PageQuery): Promise<InvitationPage> {
    const limit = pageLimit(query);
    const rows = await sql.rows<InvitationView>(
      `${INVITATION} WHERE invitation.party_id = $1
         AND ($2::uuid IS NULL OR (invitation.created_at, invitation.id) < (SELECT created_at, id FROM invitation WHERE id = $2 AND party_id = $1))
       ORDER BY invitation.created_at DESC, invitation.id DESC LIMIT $3`,
      [partyId, query.cursor ?? null, limit + 1],
    );
    return pageOf(rows, limit, ({ id }) => id);
  }

  async one(sql: Sql, invitationId: string): Promise<InvitationView> {
    const row = await sql.first<InvitationView>(`${INVITATION} WHERE invitation.id = $1`, [invitationId]);
    if (row === undefined) throw refuseJoining('INVITATION_NOT_FOUND');
    return row;
  }

  /**
   * What a code offers, by the rules by which accepting it is judged. @throws Refusal for a code that lets nobody in
   * any more, as for one that never did.
   */
  async offered(sql: Sql, code: string): Promise<OfferedInvitationView> {
    const row = await sql.first<OfferedInvitationView & OpenInvitation & { readonly now: Date }>(
      `SELECT coalesce(new_kind, joined.kind) AS kind, coalesce(new_name, joined.name) AS name,
         CASE WHEN new_kind IS NULL THEN joined.region_code ELSE new_region_code END AS region_code, roles,
         inviter.name AS invited_by, ${JUDGED}
       FROM invitation JOIN party AS inviter ON inviter.id = party_id LEFT JOIN party AS joined ON joined.id = join_party_id
       WHERE code_hash = $1`,
      [hashInvitation(code)],
    );
    if (row === undefined || !letsIn(row, row.now)) throw refuseJoining('INVITATION_NOT_FOUND');
    const { kind, name, regionCode, roles, invitedBy, isNewParty, expiresAt } = row;
    return { kind, name, regionCode, roles, invitedBy, isNewParty, expiresAt };
  }
}
