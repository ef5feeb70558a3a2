import { forward } from './forward.js';
import { grant } from './grant.js';

/** Regions, parties, people, roles, sessions. A party's id is its own: several may share a region code, and they merge. */
export const Party1790000000020 = forward('Party1790000000020', async (runner) => {
  await runner.query(`
    CREATE TABLE region (
      code text PRIMARY KEY,
      name text NOT NULL,
      level text NOT NULL CHECK (level IN ('city', 'district', 'village')),
      village_type text CHECK (village_type IN ('kelurahan', 'desa', 'desa adat')),
      parent_code text REFERENCES region (code),
      latitude double precision,
      longitude double precision,
      het_zone text,
      CHECK ((level = 'village') = (village_type IS NOT NULL)),
      CHECK ((level = 'city') = (parent_code IS NULL))
    )`);
  await runner.query(`CREATE INDEX region_parent ON region (parent_code)`);
  await runner.query(`
    CREATE TABLE party (
      id uuid PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN ('koperasi', 'organiser', 'supplier', 'carrier', 'kitchen', 'observer', 'administrator')),
      code text NOT NULL UNIQUE,
      name text NOT NULL,
      state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'suspended')),
      suspended_reason text,
      region_code text REFERENCES region (code),
      latitude double precision,
      longitude double precision,
      time_zone text NOT NULL DEFAULT 'Asia/Jakarta' CHECK (time_zone IN ('Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura')),
      legal_status jsonb NOT NULL DEFAULT '{}',
      storage_kg integer CHECK (storage_kg >= 0),
      capabilities text[] NOT NULL DEFAULT '{}',
      partner_koperasi_id uuid REFERENCES party (id),
      is_demo boolean NOT NULL DEFAULT false,
      version integer NOT NULL DEFAULT 1,
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CHECK ((state = 'suspended') = (suspended_reason IS NOT NULL)),
      CHECK (partner_koperasi_id IS NULL OR kind = 'kitchen')
    )`);
  await runner.query(`CREATE INDEX party_kind ON party (kind, id)`);
  await runner.query(`CREATE INDEX party_region ON party (region_code)`);
  await runner.query(
    `CREATE INDEX party_partner ON party (partner_koperasi_id) WHERE partner_koperasi_id IS NOT NULL`,
  );
  await runner.query(`
    CREATE TABLE person (
      id uuid PRIMARY KEY,
      login text NOT NULL UNIQUE CHECK (login = lower(login)),
      name text NOT NULL,
      password_hash text NOT NULL,
      disabled_at timestamptz,
      is_demo boolean NOT NULL DEFAULT false,
      created_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`);
  await runner.query(`
    CREATE TABLE membership (
      person_id uuid NOT NULL REFERENCES person (id),
      party_id uuid NOT NULL REFERENCES party (id),
      role text NOT NULL CHECK (role IN ('officer', 'treasurer', 'chair', 'warehouse', 'viewer')),
      PRIMARY KEY (person_id, party_id, role)
    )`);
  await runner.query(`
    CREATE TABLE session (
      token_hash bytea PRIMARY KEY CHECK (octet_length(token_hash) = 32),
      person_id uuid NOT NULL REFERENCES person (id),
      created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      expires_at timestamptz NOT NULL,
      revoked_at timestamptz,
      CHECK (expires_at > created_at)
    )`);
  await runner.query(`CREATE INDEX session_person ON session (person_id)`);
  await grant(runner, { kept: ['region', 'party', 'person', 'session'], removable: ['membership'] });
});
