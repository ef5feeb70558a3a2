import { forward } from './forward.js';
import { grant } from './grant.js';
import { ownedBy, wall } from './wall.js';

/**
 * How parties and people join: by an invitation with a code that serves once, of which only the hash is kept. A
 * supplier is a candidate until it is qualified by its documents; those that were here before count as qualified.
 */
export const Joining1790000000360 = forward('Joining1790000000360', async (runner) => {
  await runner.query(`
    ALTER TABLE party
      DROP CONSTRAINT party_state_check,
      ADD CONSTRAINT party_state_check CHECK (state IN ('candidate', 'active', 'suspended')),
      ADD COLUMN qualified_at timestamptz DEFAULT clock_timestamp()`);
  await runner.query(`UPDATE party SET qualified_at = created_at`);
  await runner.query(`
    ALTER TABLE party
      ADD CONSTRAINT only_suppliers_are_candidates CHECK (state <> 'candidate' OR kind = 'supplier'),
      ADD CONSTRAINT active_is_qualified CHECK (CASE state WHEN 'candidate' THEN qualified_at IS NULL
        WHEN 'active' THEN qualified_at IS NOT NULL ELSE true END)`);

  await runner.query(`
    CREATE TABLE invitation (
      id uuid PRIMARY KEY,
      party_id uuid NOT NULL REFERENCES party (id),
      invited_by uuid NOT NULL REFERENCES person (id),
      code_hash bytea NOT NULL UNIQUE CHECK (octet_length(code_hash) = 32),
      join_party_id uuid REFERENCES party (id),
      new_kind text CHECK (new_kind IN ('koperasi', 'organiser', 'supplier', 'carrier', 'kitchen', 'observer')),
      new_name text CHECK (new_name <> ''),
      new_region_code text REFERENCES region (code),
      new_storage_kg integer CHECK (new_storage_kg >= 0),
      new_capabilities text[] NOT NULL DEFAULT '{}',
      new_partner_koperasi_id uuid REFERENCES party (id),
      roles text[] NOT NULL,
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      expires_at timestamptz NOT NULL,
      accepted_at timestamptz,
      accepted_by uuid REFERENCES person (id),
      accepted_party_id uuid REFERENCES party (id),
      revoked_at timestamptz,
      revoked_by uuid REFERENCES person (id),
      CONSTRAINT invited_to_one_party CHECK (num_nonnulls(join_party_id, new_kind) = 1),
      CONSTRAINT new_party_has_a_name CHECK ((new_kind IS NULL) = (new_name IS NULL)),
      CONSTRAINT invited_to_a_role CHECK (cardinality(roles) > 0
        AND roles <@ '{officer,treasurer,chair,warehouse,viewer}'),
      CONSTRAINT first_person_is_chair CHECK (new_kind IS NULL OR 'chair' = ANY (roles)),
      CONSTRAINT expires_later CHECK (expires_at > created_at),
      CONSTRAINT accepted_whole CHECK (num_nulls(accepted_at, accepted_by, accepted_party_id) IN (0, 3)),
      CONSTRAINT accepted_in_time CHECK (accepted_at < expires_at),
      CONSTRAINT accepted_party_is_meant CHECK (accepted_party_id = coalesce(join_party_id, accepted_party_id)),
      CONSTRAINT revoked_whole CHECK (num_nulls(revoked_at, revoked_by) IN (0, 2)),
      CONSTRAINT accepted_or_revoked CHECK (num_nonnulls(accepted_at, revoked_at) <= 1)
    )`);
  await runner.query(`CREATE INDEX invitation_party ON invitation (party_id, id)`);

  // Accepted stays accepted, revoked stays revoked, and what was invited to does not change.
  await runner.query(`
    CREATE FUNCTION keep_invitation_as_it_is() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.accepted_at IS NOT NULL OR OLD.revoked_at IS NOT NULL
        OR (to_jsonb(NEW) - '{accepted_at,accepted_by,accepted_party_id,revoked_at,revoked_by}'::text[])
          <> (to_jsonb(OLD) - '{accepted_at,accepted_by,accepted_party_id,revoked_at,revoked_by}'::text[])
      THEN
        RAISE EXCEPTION 'invitation % does not change', OLD.id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'invitation_serves_once';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE TRIGGER invitation_serves_once BEFORE UPDATE ON invitation
    FOR EACH ROW EXECUTE FUNCTION keep_invitation_as_it_is()`);

  // A party that has a chair keeps one. It asks under the party's lock, so that of two chairs who take each
  // other's role at one moment the second is refused; as the schema's owner, who sees every membership.
  await runner.query(`
    CREATE FUNCTION check_party_keeps_a_chair() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
    BEGIN
      PERFORM FROM party WHERE id = OLD.party_id FOR NO KEY UPDATE;
      IF NOT EXISTS (SELECT FROM membership WHERE party_id = OLD.party_id AND role = 'chair') THEN
        RAISE EXCEPTION 'party % would have no chair', OLD.party_id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'party_keeps_a_chair';
      END IF;
      RETURN NULL;
    END $$`);
  await runner.query(`
    CREATE CONSTRAINT TRIGGER party_keeps_a_chair AFTER DELETE OR UPDATE ON membership
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.role = 'chair')
    EXECUTE FUNCTION check_party_keeps_a_chair()`);

  await grant(runner, { kept: ['invitation'] });
  await wall(runner, 'invitation', { read: ownedBy('party_id') });
});
