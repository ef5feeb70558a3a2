import { Injectable } from '@nestjs/common';
import type { OpenInvitation } from '../../../core/party/joining/accept-invitation.js';
import type { PartyKind, Role } from '../../../platform/auth/principal.js';
import type { Sql, Tx } from '../../../platform/db/sql.js';
import { hashInvitation, JUDGED } from './judged-invitation.js';

export interface NewInvitation {
  readonly id: string;
  readonly partyId: string;
  readonly invitedBy: string;
  readonly codeHash: Buffer;
  readonly joinPartyId: string | null;
  readonly kind: PartyKind | null;
  readonly name: string | null;
  readonly regionCode: string | null;
  readonly storageKg: number | null;
  readonly capabilities: readonly string[];
  readonly partnerKoperasiId: string | null;
  readonly roles: readonly Role[];
  readonly hours: number;
  /** Of two people, where it brings another party its next chair. */
  readonly decisionId: string | null;
}

/** Whom an invitation brings in, and as what: a new party (`kind` and `name`), or a person to one that is here. */
export type InvitedTo = Omit<
  NewInvitation,
  'id' | 'partyId' | 'invitedBy' | 'codeHash' | 'hours' | 'decisionId'
>;

export type WholeInvitation = InvitedTo & Pick<OpenInvitation, 'acceptedAt' | 'revokedAt'>;

/** An invitation under its lock, with the database's clock. */
export interface LockedInvitation extends OpenInvitation {
  readonly now: Date;
  readonly id: string;
  readonly partyId: string;
  readonly joinPartyId: string | null;
  readonly newKind: PartyKind | null;
  readonly newRegionCode: string | null;
  readonly roles: readonly Role[];
}

export interface InvitingParty {
  readonly kind: PartyKind;
  readonly isActive: boolean;
  readonly regionCode: string | null;
}

/** Writes invitations and what comes of them. */
@Injectable()
export class InvitationStore {
  inviter(tx: Tx, partyId: string): Promise<InvitingParty | undefined> {
    return tx.first(
      `SELECT kind, state = 'active' AS is_active, region_code FROM party WHERE id = $1 FOR KEY SHARE`,
      [partyId],
    );
  }

  async isRegion(tx: Tx, code: string | null): Promise<boolean> {
    return (await tx.first('SELECT code FROM region WHERE code = $1', [code])) !== undefined;
  }

  async isKoperasi(tx: Tx, partyId: string): Promise<boolean> {
    return (
      (await tx.first(`SELECT id FROM party WHERE id = $1 AND kind = 'koperasi'`, [partyId])) !== undefined
    );
  }

  /** A party with whether anybody who may sign in is its chair. */
  joined(
    sql: Sql,
    partyId: string,
  ): Promise<{ kind: PartyKind; regionCode: string | null; hasChair: boolean } | undefined> {
    return sql.first(
      `SELECT kind, region_code, EXISTS (
         SELECT FROM membership JOIN person ON person.id = person_id
         WHERE party_id = party.id AND role = 'chair' AND disabled_at IS NULL) AS has_chair
       FROM party WHERE id = $1`,
      [partyId],
    );
  }

  /** What two people decided about a new chair there, and no invitation that stands has used; null without. */
  async openDecision(tx: Tx, partyId: string, joinPartyId: string): Promise<string | null> {
    const row = await tx.first<{ id: string }>(
      `SELECT id FROM decision WHERE kind = 'new-chair' AND state = 'approved' AND party_id = $1 AND subject_id = $2
         AND NOT EXISTS (SELECT FROM invitation WHERE decision_id = decision.id AND revoked_at IS NULL)
       ORDER BY id DESC LIMIT 1`,
      [partyId, joinPartyId],
    );
    return row?.id ?? null;
  }

  async insert(tx: Tx, invitation: NewInvitation): Promise<void> {
    await tx.change(
      `INSERT INTO invitation (id, party_id, invited_by, code_hash, join_party_id, new_kind, new_name, new_region_code,
         new_storage_kg, new_capabilities, new_partner_koperasi_id, roles, expires_at, decision_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, clock_timestamp() + make_interval(hours => $13), $14)`,
      [
        invitation.id,
        invitation.partyId,
        invitation.invitedBy,
        invitation.codeHash,
        invitation.joinPartyId,
        invitation.kind,
        invitation.name,
        invitation.regionCode,
        invitation.storageKg,
        invitation.capabilities,
        invitation.partnerKoperasiId,
        invitation.roles,
        invitation.hours,
        invitation.decisionId,
      ],
    );
  }

  lockByCode(tx: Tx, code: string): Promise<LockedInvitation | undefined> {
    return tx.first(
      `SELECT invitation.id, party_id, join_party_id, new_kind, new_region_code, roles, ${JUDGED}
       FROM invitation JOIN party AS inviter ON inviter.id = party_id
       WHERE code_hash = $1 FOR UPDATE OF invitation`,
      [hashInvitation(code)],
    );
  }

  lockOne(
    tx: Tx,
    partyId: string,
    invitationId: string,
  ): Promise<Pick<OpenInvitation, 'acceptedAt' | 'revokedAt'> | undefined> {
    return tx.first(
      'SELECT accepted_at, revoked_at FROM invitation WHERE id = $1 AND party_id = $2 FOR UPDATE',
      [invitationId, partyId],
    );
  }

  /** An invitation with all that it invites to, locked. */
  lockWhole(tx: Tx, partyId: string, invitationId: string): Promise<WholeInvitation | undefined> {
    return tx.first(
      `SELECT accepted_at, revoked_at, join_party_id, new_kind AS kind, new_name AS name, new_region_code AS region_code,
         new_storage_kg AS storage_kg, new_capabilities AS capabilities,
         new_partner_koperasi_id AS partner_koperasi_id, roles
       FROM invitation WHERE id = $1 AND party_id = $2 FOR UPDATE`,
      [invitationId, partyId],
    );
  }

  /** The party that was invited: its place is the middle of its region until it says better, its clock its inviter's. */
  async insertParty(
    tx: Tx,
    party: { id: string; code: string; state: 'candidate' | 'active'; invitationId: string },
  ): Promise<void> {
    await tx.change(
      `INSERT INTO party (id, kind, code, name, state, qualified_at, region_code, latitude, longitude, time_zone,
         storage_kg, capabilities, partner_koperasi_id)
       SELECT $1, new_kind, $2, new_name, $3, CASE $3 WHEN 'candidate' THEN NULL ELSE clock_timestamp() END,
         new_region_code, region.latitude, region.longitude, inviter.time_zone, new_storage_kg, new_capabilities,
         new_partner_koperasi_id
       FROM invitation JOIN party AS inviter ON inviter.id = party_id
       LEFT JOIN region ON region.code = new_region_code
       WHERE invitation.id = $4`,
      [party.id, party.code, party.state, party.invitationId],
    );
  }

  async giveRoles(tx: Tx, personId: string, partyId: string, roles: readonly string[]): Promise<void> {
    await tx.change(
      `INSERT INTO membership (person_id, party_id, role) SELECT $1, $2, unnest($3::text[]) ON CONFLICT DO NOTHING`,
      [personId, partyId, roles],
    );
  }

  async markAccepted(tx: Tx, id: string, personId: string, partyId: string): Promise<void> {
    await tx.change(
      `UPDATE invitation SET accepted_at = clock_timestamp(), accepted_by = $2, accepted_party_id = $3 WHERE id = $1`,
      [id, personId, partyId],
    );
  }

  async markRevoked(tx: Tx, id: string, personId: string): Promise<void> {
    await tx.change('UPDATE invitation SET revoked_at = clock_timestamp(), revoked_by = $2 WHERE id = $1', [
      id,
      personId,
    ]);
  }
}
