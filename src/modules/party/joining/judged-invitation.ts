import { hashCode } from '../hash-code.js';

/** The hash that the code of an invitation is kept as: no code of another use is one. */
export const hashInvitation = (code: string): Buffer => hashCode(`invitation:${code}`);

/** What core judges an invitation by (`OpenInvitation`), of `invitation` and the party `inviter`; with the database's clock. */
export const JUDGED = `clock_timestamp() AS now, accepted_at, revoked_at, expires_at, inviter.state = 'active' AS is_inviter_active,
  inviter.kind AS inviter_kind, new_kind IS NOT NULL AS is_new_party,
  ARRAY(SELECT role FROM membership JOIN person ON person.id = person_id
    WHERE person_id = invited_by AND membership.party_id = inviter.id AND disabled_at IS NULL) AS inviter_roles,
  EXISTS (SELECT FROM membership JOIN person ON person.id = person_id
    WHERE membership.party_id = join_party_id AND join_party_id <> inviter.id AND role = 'chair'
      AND disabled_at IS NULL) AS has_its_chair`;
