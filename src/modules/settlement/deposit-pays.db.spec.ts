import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantAllocation, plantPool } from '../../../test/support/plant-allocation.js';
import { plantParty } from '../../../test/support/plant-lot.js';
import { playHeld } from '../../../test/support/play-deposit.js';
import { playPlans } from '../../../test/support/play-delivery.js';
import { playRequest } from '../../../test/support/play-settlement.js';

let database: TestDatabase;

beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

describe('a request for a drop', () => {
  it('is not made where the pool goes by terms granted to each koperasi, as far as their limit reaches', async () => {
    const pool = await plantPool(database.owner);
    await database.owner.query('ALTER TABLE pool DISABLE TRIGGER deposit_declared_in_draft');
    await database.owner.query(`UPDATE pool SET due_by = 'party' WHERE id = $1`, [pool.poolId]);
    await database.owner.query('ALTER TABLE pool ENABLE TRIGGER deposit_declared_in_draft');
    const [trusted, small, unknown, supplier] = [
      await plantParty(database.owner, 'koperasi'),
      await plantParty(database.owner, 'koperasi'),
      await plantParty(database.owner, 'koperasi'),
      await plantParty(database.owner, 'supplier'),
    ];
    for (const [buyerId, limitRp] of [
      [trusted, 1e12],
      [small, 1],
    ] as const)
      await database.owner.query(
        `INSERT INTO credit_terms (id, grantor_id, buyer_id, days, limit_rp, effective_from, granted_by)
         VALUES (gen_random_uuid(), $1, $2, 30, $3, now(), $4)`,
        [supplier, buyerId, limitRp, pool.personId],
      );
    const buyers = [trusted, small, unknown];
    const { lotId } = await plantAllocation(
      database.owner,
      pool,
      buyers.map((koperasiId) => ({ koperasiId, supplierId: supplier, packs: 10 })),
    );
    for (const dropId of await playPlans(database.db, pool, lotId))
      await playRequest(database.workerDb, dropId);
    const asked = await database.db.rows<{ payerId: string }>(
      `SELECT payer_id FROM due WHERE pool_id = $1 AND kind = 'payment-request'`,
      [pool.poolId],
    );
    expect(asked.map(({ payerId }) => payerId).sort()).toEqual([small, unknown].sort());
    const days = await database.db.rows<{ koperasiId: string; paymentDays: number }>(
      `SELECT koperasi_id, payment_days FROM line_price JOIN commitment_line ON commitment_line.id = line_id WHERE lot_id = $1`,
      [lotId],
    );
    expect(days.find(({ koperasiId }) => koperasiId === trusted)?.paymentDays).toBe(30);
  });

  it.each(['direct', 'secondary'] as const)(
    'is not made for lots within one limit together, however close their prices are fixed, in mode %s',
    async (mode) => {
      const pool = await plantPool(database.owner);
      await database.owner.query('ALTER TABLE pool DISABLE TRIGGER deposit_declared_in_draft');
      await database.owner.query(
        `UPDATE pool SET due_by = 'party', contract_mode = $2, version = version + 1 WHERE id = $1`,
        [pool.poolId, mode],
      );
      await database.owner.query('ALTER TABLE pool ENABLE TRIGGER deposit_declared_in_draft');
      const koperasiId = await plantParty(database.owner, 'koperasi');
      const supplierId = await plantParty(database.owner, 'supplier');
      await database.owner.query(
        `INSERT INTO credit_terms (id, grantor_id, buyer_id, days, limit_rp, effective_from, granted_by)
         VALUES (gen_random_uuid(), $1, $2, 30, 5300000, now(), $3)`,
        [mode === 'direct' ? supplierId : pool.organiserId, koperasiId, pool.personId],
      );
      // Ten sacks of Rp525,000 fit into the limit, and so would the other lot, but not beside them.
      const drops: string[] = [];
      for (const item of [0, 1] as const) {
        const parts = [{ koperasiId, supplierId, packs: 10 }];
        const { lotId } = await plantAllocation(database.owner, pool, parts, { item });
        drops.push(...(await playPlans(database.db, pool, lotId)));
      }
      await Promise.all(drops.map((dropId) => playRequest(database.workerDb, dropId)));
      const days = await database.db.rows<{ paymentDays: number }>(
        `SELECT payment_days FROM line_price JOIN lot ON lot.id = lot_id WHERE pool_id = $1 ORDER BY payment_days`,
        [pool.poolId],
      );
      expect(days.map(({ paymentDays }) => paymentDays)).toEqual([0, 30]);
    },
  );

  it('is paid from the deposit as far as that reaches, once; the organiser owes it on to the supplier', async () => {
    const pool = await plantPool(database.owner);
    const [rich, poor, supplier] = [
      await plantParty(database.owner, 'koperasi'),
      await plantParty(database.owner, 'koperasi'),
      await plantParty(database.owner, 'supplier'),
    ];
    const { lotId } = await plantAllocation(database.owner, pool, [
      { koperasiId: rich, supplierId: supplier, packs: 20 },
      { koperasiId: poor, supplierId: supplier, packs: 10 },
    ]);
    const drops = await playPlans(database.db, pool, lotId);
    await playHeld(database.workerDb, pool, rich, 1_000_000);
    for (const dropId of [...drops, ...drops]) await playRequest(database.workerDb, dropId);
    const requests = await database.db.rows<{ payerId: string; coveredRp: number }>(
      `SELECT payer_id, covered_rp FROM due WHERE pool_id = $1 AND kind = 'payment-request' ORDER BY covered_rp`,
      [pool.poolId],
    );
    expect(requests).toEqual([
      { payerId: poor, coveredRp: 0 },
      { payerId: rich, coveredRp: 1_000_000 },
    ]);
    expect(
      await database.db.rows(`SELECT payer_id, payee_id, amount_rp FROM due WHERE kind = 'equalisation'`),
    ).toEqual([{ payerId: pool.organiserId, payeeId: supplier, amountRp: 1_000_000 }]);
    for (const promise of ['p01_journals_sum_to_zero', 'p02_deposits_add_up', 'p03_transit_accounts_clear'])
      expect([promise, await database.auditorDb.rows(`SELECT * FROM ${promise}`)]).toEqual([promise, []]);
  });
});
