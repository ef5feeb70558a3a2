import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { access } from '../../src/access.js';
import type { Access, AccessTable } from '../../src/platform/auth/allow.js';
import { purposes } from '../../src/platform/db/purposes.js';
import { packageRoot } from '../../src/platform/package-root.js';
import { freshDatabase, type TestDatabase } from '../support/database.js';

/** Tables that name a party or a person and are public, each with why. */
const open: Readonly<Record<string, string>> = {
  party: 'the register of who takes part; what is private of a party stands in tables of its own',
  standing_offer: 'published to everybody',
  standing_offer_revision: 'published to everybody',
  supplier_class: 'public, with its basis',
  legal_fact: 'public, with its basis',
  pool_extension: 'what came of an open pool’s minimum is public',
  item_rescue: 'what came of an open pool’s minimum is public',
  pool_seal: 'how a pool’s bids are sealed is declared with it',
  pool_seal_holder: 'who holds shares of a pool’s keys is declared with it',
  holder_key: 'a public key; its private part, wrapped, stands in a table of its own',
  key_release: 'who opened bids, which is known with what they opened',
};

const readable = async (client: pg.Client, condition: string): Promise<string[]> =>
  (await client.query<{ name: string }>(`${condition} ORDER BY 1`)).rows.map(({ name }) => name);

/** Tables of a party or a person, or of a row behind a wall, that anybody may read. */
const unwalled = (client: pg.Client): Promise<string[]> =>
  readable(
    client,
    `SELECT DISTINCT kept.relname::text AS name FROM pg_constraint AS key
     JOIN pg_class AS kept ON kept.oid = key.conrelid JOIN pg_class AS named ON named.oid = key.confrelid
     WHERE key.contype = 'f' AND kept.relnamespace = 'public'::regnamespace
       AND (named.relname IN ('party', 'person') OR (named.relrowsecurity AND named.relname NOT IN ('pool', 'pool_item')))
       AND NOT (kept.relrowsecurity AND kept.relforcerowsecurity)`,
  );

const sources = (folder = join(packageRoot(), 'src')): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return path.endsWith('.ts') && !path.endsWith('.spec.ts') ? [readFileSync(path, 'utf8')] : [];
  });

const purposesNamed = (texts: readonly string[]): string[] => [
  ...new Set(
    texts.flatMap((text) =>
      [...text.matchAll(/\b(?:across\(|lookAcross\(\s*tx,|withinScope\(\{[^}]*\bpurpose:)\s*'([^']+)'/g)].map(
        ([, name]) => name ?? '',
      ),
    ),
  ),
];

/** Whoever may call it may be somebody else's: then a reader must narrow what it answers. */
const isWide = ({ who, ...of }: Access): boolean =>
  who === 'signed-in' ||
  (who === 'member' &&
    'rules' in of &&
    of.rules.some(({ kind, owner }) => owner === undefined && !['observer', 'administrator'].includes(kind)));

const unnarrowed = (table: AccessTable, texts: readonly string[]): string[] =>
  Object.entries(table).flatMap(([route, row]) => {
    if (row.narrowedBy === undefined)
      return isWide(row) ? [`${route} does not say which reader narrows it`] : [];
    const [name = '', method = ''] = row.narrowedBy.split('.');
    const isThere = texts.some((text) =>
      method === ''
        ? text.includes(`export const ${name} = `)
        : text.includes(`export class ${name} `) && new RegExp(`\\b${method}(<[^>]*>)?\\(`).test(text),
    );
    return isThere ? [] : [`${route} is narrowed by ${row.narrowedBy}, which is not there`];
  });

describe('row security', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.close());

  it('stands, forced, around every table of a party or a person but those that are public', async () => {
    const found = await unwalled(database.owner);
    expect(found.filter((table) => !(table in open))).toEqual([]);
    expect(Object.keys(open).filter((table) => !found.includes(table))).toEqual([]);
  });

  it('is missed where a new table has none, or lets its owner by', async () => {
    await database.owner.query('BEGIN');
    await database.owner.query('CREATE TABLE planted_bare (koperasi_id uuid REFERENCES party (id))');
    await database.owner.query('CREATE TABLE planted_half (line_id uuid REFERENCES commitment_line (id))');
    await database.owner.query('ALTER TABLE planted_half ENABLE ROW LEVEL SECURITY');
    expect(await unwalled(database.owner)).toEqual(expect.arrayContaining(['planted_bare', 'planted_half']));
    await database.owner.query('ROLLBACK');
  });

  it('is around nothing of its own for app and worker: they own nothing and bypass nothing', async () => {
    const { rows } = await database.owner.query<{ owned: number; bypasses: boolean; roles: number }>(
      `SELECT (SELECT count(*)::int FROM pg_class WHERE relowner = role.oid)
           + (SELECT count(*)::int FROM pg_proc WHERE proowner = role.oid) AS owned,
         rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS bypasses,
         (SELECT count(*)::int FROM pg_auth_members WHERE member = role.oid) AS roles
       FROM pg_roles AS role WHERE rolname IN ('sepikul_app', 'sepikul_worker')`,
    );
    const nothing = { owned: 0, bypasses: false, roles: 0 };
    expect(rows).toEqual([nothing, nothing]);
  });

  it('shows nobody anything who says neither who asks nor why', async () => {
    const walled = await readable(
      database.owner,
      `SELECT relname::text AS name FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace`,
    );
    expect(walled.length).toBeGreaterThan(40);
    const { rows } = await database.owner.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_policies
       WHERE roles = '{sepikul_app}' AND (qual IS NULL OR qual = 'true') ORDER BY 1`,
    );
    expect(rows).toEqual([]);
  });

  it('is reached by no function of ours that everybody may execute', async () => {
    const openFunctions = (): Promise<string[]> =>
      readable(
        database.owner,
        `SELECT oid::regprocedure::text AS name FROM pg_proc
         WHERE pronamespace = 'public'::regnamespace AND has_function_privilege('public', oid, 'EXECUTE')
           AND NOT EXISTS (SELECT FROM pg_depend WHERE objid = pg_proc.oid AND deptype = 'e')`,
      );
    expect(await openFunctions()).toEqual([]);
    await database.owner.query('BEGIN');
    await database.owner.query('CREATE FUNCTION planted_tells() RETURNS text LANGUAGE sql RETURN 1');
    expect(await openFunctions()).toEqual([]);
    await database.owner.query('GRANT EXECUTE ON FUNCTION planted_tells() TO PUBLIC');
    expect(await openFunctions()).toEqual(['planted_tells()']);
    await database.owner.query('ROLLBACK');
  });

  it('lets nobody write for a party but who may act for it', async () => {
    const byMembers = (): Promise<string[]> =>
      readable(
        database.owner,
        `SELECT tablename || ' ' || policyname AS name FROM pg_policies WHERE roles && '{sepikul_app}'
           AND (with_check LIKE '%principal_parties()%' OR (cmd = 'DELETE' AND qual LIKE '%principal_parties()%'))`,
      );
    expect(await byMembers()).toEqual([]);
    await database.owner.query('BEGIN');
    await database.owner.query(
      `ALTER POLICY bid_app ON bid WITH CHECK (supplier_id = ANY ((SELECT principal_parties())::uuid[]))`,
    );
    expect(await byMembers()).toEqual(['bid bid_app']);
    await database.owner.query('ROLLBACK');
  });

  it('covers what the app deletes: a check of new rows does not', async () => {
    expect(
      await readable(
        database.owner,
        `SELECT relname::text AS name FROM pg_class WHERE relrowsecurity AND relnamespace = 'public'::regnamespace
           AND has_table_privilege('sepikul_app', oid, 'DELETE')
           AND NOT EXISTS (SELECT FROM pg_policies WHERE tablename = relname AND cmd = 'DELETE')
           AND NOT EXISTS (SELECT FROM pg_policies WHERE tablename = relname AND roles = '{sepikul_app}' AND qual = with_check)`,
      ),
    ).toEqual([]);
  });

  it('lets no purpose, and nobody else, at a bid before its opening', async () => {
    const { rows } = await database.owner.query<{ name: string; text: string }>(
      `SELECT tablename AS name, qual || ' ' || with_check AS text FROM pg_policies
       WHERE tablename IN ('bid', 'bid_revision', 'supplier_terms_revision')
         AND roles && '{sepikul_app}' AND (qual || with_check) ~ 'principal_(purpose|oversees)'`,
    );
    expect(rows).toEqual([]);
  });
});

describe('a look across the walls', () => {
  it('is for a purpose of the one list, and each of the list is looked for', () => {
    const named = purposesNamed(sources());
    expect(named.filter((name) => !(name in purposes))).toEqual([]);
    expect(Object.keys(purposes).filter((name) => !named.includes(name))).toEqual([]);
  });

  it('is found wherever it stands', () => {
    const planted = [
      `db.across('a').rows()`,
      `lookAcross(\n  tx,\n  'b', work)`,
      `withinScope({ purpose: 'c' }, work)`,
    ];
    expect(purposesNamed(planted)).toEqual(['a', 'b', 'c']);
  });
});

describe('the access table', () => {
  it('names the reader that narrows each route whose caller may be somebody else', () => {
    expect(unnarrowed(access, sources())).toEqual([]);
  });

  it('is found wanting where it names none, or one that is not there', () => {
    const table: AccessTable = {
      'GET /a': { who: 'signed-in' },
      'GET /b': { who: 'member', rules: [{ kind: 'koperasi' }] },
      'GET /c': { who: 'signed-in', narrowedBy: 'SackReader.page' },
      'GET /d': { who: 'signed-in', narrowedBy: 'DeliveryReader.page' },
      'GET /e': { who: 'member', rules: [{ kind: 'observer' }] },
    };
    expect(unnarrowed(table, sources()).map((fault) => fault.slice(0, 6))).toEqual([
      'GET /a',
      'GET /b',
      'GET /c',
    ]);
  });
});
