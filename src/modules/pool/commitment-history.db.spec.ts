import { auditPlanting } from '../../../test/support/audit-planting.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantKoperasi, plantLine, plantPool, plantRegions } from '../../../test/support/plant-pool.js';

let database: TestDatabase;
let lineId = '';

beforeAll(async () => {
  database = await freshDatabase();
  await plantRegions(database.owner);
});
beforeEach(async () => {
  const { poolId, itemIds } = await plantPool(database.owner, ['dry'], 'open');
  const koperasiId = await plantKoperasi(database.owner, '32.71.01.1001');
  lineId = await plantLine(database.owner, {
    ...{ poolId, itemId: itemIds[0] ?? '', koperasiId, quantityPacks: 5 },
  });
});
afterAll(() => database.close());

const revisions = () =>
  database.db.rows(
    'SELECT version, quantity_packs FROM commitment_revision WHERE line_id = $1 ORDER BY version',
    [lineId],
  );

describe('the history of a commitment', () => {
  it('is written by the database with every change, and by nobody else', async () => {
    for (const packs of [6, 7])
      await database.db.transaction(async (tx) => {
        await tx.change(
          'UPDATE commitment_line SET quantity_packs = $2, version = version + 1 WHERE id = $1',
          [lineId, packs],
        );
        await auditPlanting(tx);
      });
    const kept = [
      { version: 1, quantityPacks: 5 },
      { version: 2, quantityPacks: 6 },
    ];
    expect(await revisions()).toEqual(kept);
    for (const db of [database.db, database.workerDb]) {
      await expect(
        db.change(
          `INSERT INTO commitment_revision SELECT id, 9, state, 1, 0, 0, NULL, made_by, made_at FROM commitment_line WHERE id = $1`,
          [lineId],
        ),
      ).rejects.toThrow('permission denied');
      await expect(db.change('UPDATE commitment_revision SET quantity_packs = 1')).rejects.toThrow(
        'permission denied',
      );
      await expect(db.change('DELETE FROM commitment_revision')).rejects.toThrow('permission denied');
    }
    expect(await revisions()).toEqual(kept);
  });

  it('lets no change skip a version, or leave it as it was', async () => {
    for (const step of [0, 2, -1])
      await expect(
        database.db.change(
          'UPDATE commitment_line SET quantity_packs = 8, version = version + $2 WHERE id = $1',
          [lineId, step],
        ),
      ).rejects.toThrow('changes by versions only');
    expect(await revisions()).toEqual([]);
  });

  it("is not led astray by a table of the session's own, though it writes with its owner's right", async () => {
    const ownTable = 'CREATE TEMPORARY TABLE commitment_revision (LIKE public.commitment_revision)';
    for (const db of [database.db, database.workerDb])
      await expect(db.change(ownTable)).rejects.toThrow('permission denied');
    // Whoever may have such a table:
    await database.owner.query(ownTable);
    await database.owner.query(
      'UPDATE commitment_line SET quantity_packs = 9, version = version + 1 WHERE id = $1',
      [lineId],
    );
    expect((await database.owner.query('SELECT FROM pg_temp.commitment_revision')).rows).toEqual([]);
    await database.owner.query('DROP TABLE pg_temp.commitment_revision');
    expect(await revisions()).toEqual([{ version: 1, quantityPacks: 5 }]);
  });

  it('has an owner who is none of the working roles, and a function that they cannot call or replace', async () => {
    const { rows } = await database.owner.query(
      `SELECT prosecdef AS is_definer, proconfig AS settings, pg_get_userbyid(proowner) IN ('sepikul_app', 'sepikul_worker') AS is_theirs
       FROM pg_proc WHERE proname = 'keep_commitment_history'`,
    );
    expect(rows).toEqual([{ is_definer: true, settings: ['search_path=public, pg_temp'], is_theirs: false }]);
    await expect(database.db.rows('SELECT keep_commitment_history()')).rejects.toThrow();
    await expect(
      database.db.change(
        'CREATE OR REPLACE FUNCTION public.keep_commitment_history() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$',
      ),
    ).rejects.toThrow('permission denied');
  });
});
