import { auditPlanting } from '../../test/support/audit-planting.js';
import { freshDatabase, type TestDatabase } from '../../test/support/database.js';
import { plantParty, plantTender } from '../../test/support/plant-lot.js';
import { as, plantMember } from '../../test/support/plant-member.js';
import { newId } from '../platform/new-id.js';
import type { PartyKind, Principal, Role } from '../platform/auth/principal.js';

const HASH = 'ab'.repeat(32);
const NONCE = 'A'.repeat(43);

let test: TestDatabase;
let parties: Readonly<Record<'koperasi' | 'organiser' | 'kitchen', string>>;
let poolId: string;
let lineId: string;
let keyId: string;
let draftId: string;
let requirementId: string;

beforeAll(async () => {
  test = await freshDatabase();
  const { lotId, ...lot } = await plantTender(test.owner, 10);
  poolId = lot.poolId;
  const kitchen = await plantParty(test.owner, 'kitchen');
  parties = { koperasi: lot.koperasiId, organiser: lot.organiserId, kitchen };
  const idOf = async (text: string, params: unknown[]): Promise<string> =>
    (await test.owner.query<{ id: string }>(text, params)).rows[0]?.id ?? '';
  lineId = await idOf('SELECT id FROM commitment_line WHERE pool_id = $1', [poolId]);
  keyId = await idOf('SELECT id FROM sealing_key WHERE lot_id = $1', [lotId]);
  draftId = await idOf(
    `INSERT INTO pool (id, organiser_id, title, region_code, state, closes_at, bidding_period_s, needed_from, needed_until, created_by, rationing_rule)
     SELECT $2, organiser_id, 'Draf', region_code, 'draft', now() + interval '1 hour', 60, '2030-12-01', '2030-12-31', created_by, rationing_rule
     FROM pool WHERE id = $1 RETURNING id`,
    [poolId, newId()],
  );
  requirementId = await idOf(
    `INSERT INTO requirement (id, kitchen_id, iso_week) VALUES ($1, $2, '2030-W50') RETURNING id`,
    [newId(), kitchen],
  );
  await test.owner.query(
    `INSERT INTO requirement_line VALUES ($1, $2, '2030-12-10', (SELECT code FROM commodity LIMIT 1), 1000)`,
    [newId(), requirementId],
  );
});
afterAll(() => test.close());

const acting = (kind: keyof typeof parties & PartyKind, role: Role): Promise<Principal> =>
  plantMember(test.owner, kind, parties[kind], role);

/** How many rows somebody changes, undone again; nothing where row security refuses. */
const tries = async (by: Principal, text: string, params: unknown[]): Promise<number> => {
  let changed = 0;
  const undo = new Error('undo');
  await as(by, () =>
    test.bareDb.transaction(async (tx) => {
      await auditPlanting(tx);
      changed = await tx.change(text, params);
      throw undo;
    }),
  ).catch((error: unknown) => {
    if (error !== undo) expect(String(error)).toContain('row-level security');
  });
  return changed;
};

/** What members of a party write for it, each by SQL that its guard and action would let an officer come to. */
const writings = (): [keyof typeof parties, string, string, unknown[]][] => [
  [
    'koperasi',
    'amends a line',
    'UPDATE commitment_line SET tolerance_packs = 1, version = version + 1 WHERE id = $1',
    [lineId],
  ],
  ['organiser', 'renames a draft', `UPDATE pool SET title = 'Lain' WHERE id = $1`, [draftId]],
  [
    'organiser',
    'publishes a decoy',
    'INSERT INTO decoy_hash VALUES ($1, $2, $3, now())',
    [keyId, HASH, NONCE],
  ],
  [
    'organiser',
    'declares a rule',
    `INSERT INTO pool_award_rule (pool_id, annual_rate_bps, max_share_bps, min_suppliers, missing_supplier_rp, reserved_share_bps)
     VALUES ($1, 0, 10000, 0, 0, 0)`,
    [draftId],
  ],
  [
    'kitchen',
    'takes a line off its week',
    'DELETE FROM requirement_line WHERE requirement_id = $1',
    [requirementId],
  ],
  ['kitchen', 'changes its week', `UPDATE requirement SET version = 2 WHERE id = $1`, [requirementId]],
];

describe('a viewer of a party', () => {
  it('writes nothing of it, with no guard before the database; its officer does', async () => {
    for (const [kind, what, text, params] of writings()) {
      const [viewer, officer] = [await acting(kind, 'viewer'), await acting(kind, 'officer')];
      expect([what, await tries(viewer, text, params)]).toEqual([what, 0]);
      expect([what, await tries(officer, text, params)]).toEqual([what, 1]);
    }
  });

  it('writes where it is more than a viewer besides', async () => {
    const [, , text, params] = writings()[0] ?? [];
    const both = await plantMember(test.owner, 'koperasi', parties.koperasi, 'viewer', 'officer');
    expect(await tries(both, text ?? '', params ?? [])).toBe(1);
  });
});

describe('the app', () => {
  it('writes for nobody what another party or the worker writes', async () => {
    const stranger = await plantMember(
      test.owner,
      'organiser',
      await plantParty(test.owner, 'organiser'),
      'chair',
    );
    const koperasi = await acting('koperasi', 'chair');
    const other = newId();
    for (const by of [stranger, koperasi]) {
      expect(await tries(by, 'INSERT INTO decoy_hash VALUES ($1, $2, $3, now())', [keyId, HASH, NONCE])).toBe(
        0,
      );
      expect(
        await tries(by, 'INSERT INTO lot_membership (line_id, refusal) VALUES ($1, $2)', [
          by === koperasi ? lineId : other,
          'COLD_STORE_MISSING',
        ]),
      ).toBe(0);
      expect(await tries(by, `INSERT INTO sealed_share VALUES ($1, $2, '{}')`, [keyId, by.personId])).toBe(0);
    }
  });

  it('deletes no row that it only sees', async () => {
    const watching = await plantMember(
      test.owner,
      'observer',
      await plantParty(test.owner, 'observer'),
      'chair',
    );
    await test.owner.query(
      `UPDATE requirement SET state = 'published', published_at = now(), published_by = $2 WHERE id = $1`,
      [requirementId, watching.personId],
    );
    const seen = await as(watching, () =>
      test.bareDb.rows('SELECT FROM requirement_line WHERE requirement_id = $1', [requirementId]),
    );
    expect(seen).toHaveLength(1);
    expect(
      await tries(watching, 'DELETE FROM requirement_line WHERE requirement_id = $1', [requirementId]),
    ).toBe(0);
  });

  it('writes as it did where its process is older and says not whom it acts for', async () => {
    await test.owner.query('BEGIN');
    await test.owner.query(`SELECT set_config('sepikul.parties', $1, true)`, [`{${parties.koperasi}}`]);
    const { rows } = await test.owner.query<{ parties: string[] }>('SELECT principal_acts_for() AS parties');
    await test.owner.query('ROLLBACK');
    expect(rows[0]?.parties).toEqual([parties.koperasi]);
  });
});
