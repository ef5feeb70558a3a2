import { auditPlanting } from '../../../test/support/audit-planting.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantKoperasi, plantLine, plantPool, plantRegions } from '../../../test/support/plant-pool.js';
import { plantPerson } from '../../../test/support/plant-lot.js';
import { CommitmentStore } from './commitment.store.js';
import { WithdrawCommitment } from './withdraw-commitment.action.js';

let database: TestDatabase;
let personId = '';

beforeAll(async () => {
  database = await freshDatabase();
  await plantRegions(database.owner);
  personId = await plantPerson(database.owner);
});
afterAll(() => database.close());

const aLine = async () => {
  const { poolId, itemIds } = await plantPool(database.owner, ['dry'], 'open');
  await database.owner.query(`UPDATE pool SET closes_at = now() + interval '1 day' WHERE id = $1`, [poolId]);
  const koperasiId = await plantKoperasi(database.owner, '32.71.01.1001');
  const lineId = await plantLine(database.owner, {
    ...{ poolId, itemId: itemIds[0] ?? '', koperasiId, quantityPacks: 5 },
  });
  const withdraw = (version: number): Promise<number> =>
    new WithdrawCommitment(database.db, new CommitmentStore()).run(personId, poolId, lineId, version);
  const audits = (): Promise<unknown[]> =>
    database.db.rows(
      `SELECT id FROM audit_event WHERE action = 'commitment-withdrawn' AND subject_id = $1::text`,
      [lineId],
    );
  return { lineId, withdraw, audits };
};

describe('withdrawing a commitment', () => {
  it('sent again because its answer was lost is answered as it stands, and counts once', async () => {
    const { withdraw, audits } = await aLine();
    expect(await withdraw(1)).toBe(2);
    expect(await withdraw(1)).toBe(2);
    expect(await audits()).toHaveLength(1);
  });

  it('both at once counts once', async () => {
    const { withdraw, audits } = await aLine();
    expect(await Promise.all([withdraw(1), withdraw(1)])).toEqual([2, 2]);
    expect(await audits()).toHaveLength(1);
  });

  it('is refused to whoever saw another version', async () => {
    const { lineId, withdraw } = await aLine();
    await database.db.transaction(async (tx) => {
      await tx.change('UPDATE commitment_line SET quantity_packs = 6, version = version + 1 WHERE id = $1', [
        lineId,
      ]);
      await auditPlanting(tx);
    });
    await expect(withdraw(1)).rejects.toMatchObject({ code: 'VERSION_CHANGED' });
    expect(await withdraw(2)).toBe(3);
    await expect(withdraw(1)).rejects.toMatchObject({ code: 'VERSION_CHANGED' });
  });
});
