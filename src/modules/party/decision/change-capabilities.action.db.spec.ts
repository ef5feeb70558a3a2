import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { plantPoolOf } from '../../../../test/support/plant-goods.js';
import { as, plantMember } from '../../../../test/support/plant-member.js';
import { plantKoperasi, plantLine, plantRegions } from '../../../../test/support/plant-pool.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { newId } from '../../../platform/new-id.js';
import { ChangeCapabilities } from './change-capabilities.action.js';
import { DecisionReader } from './decision.reader.js';
import { DecisionStore } from './decision.store.js';
import { TakeDecision } from './take-decision.action.js';

const VILLAGE = '32.71.01.1001';
const config = { DECISION_HOURS: 24 };
const frozen = {
  commodityCode: 'IKAN-UJI',
  packCode: 'IKAN-UJI/10',
  sizeMilli: 10_000,
  storage: 'frozen' as const,
};

describe('what an outlet has', () => {
  let test: TestDatabase;
  let change: ChangeCapabilities;
  let take: TakeDecision;
  let organiserId: string;
  let officer: Principal;
  let chair: Principal;

  const propose = (subjectId: string, hasColdStore: boolean, storageKg?: number) =>
    as(officer, () =>
      change.propose(officer.personId, organiserId, {
        ...{ subjectId, hasColdStore, reason: 'Dilihat sendiri.' },
        ...(storageKg === undefined ? {} : { storageKg }),
      }),
    );
  const approve = (id: string) => as(chair, () => take.approve(chair, organiserId, id));
  const outlet = async (id: string): Promise<unknown> =>
    (await test.owner.query<object>('SELECT storage_kg, capabilities FROM party WHERE id = $1', [id]))
      .rows[0];
  const showColdStore = (partyId: string, expiresOn: string | null = null) =>
    test.owner.query(
      `INSERT INTO party_document (id, party_id, kind, file_name, media_type, size_bytes, sha256, uploaded_by, state,
         judged_by, judged_at, expires_on)
       VALUES ($1, $2, 'cold-store', 'foto.png', 'image/png', 1, sha256('x'), $3, 'accepted', $4, now(), $5)`,
      [newId(), partyId, officer.personId, chair.personId, expiresOn],
    );

  beforeAll(async () => {
    test = await freshDatabase();
    await plantRegions(test.owner);
    organiserId = newId();
    await test.owner.query(
      `INSERT INTO party (id, kind, code, name, region_code) VALUES ($1, 'organiser', 'ORG', 'Forum', '32.71')`,
      [organiserId],
    );
    officer = await plantMember(test.owner, 'organiser', organiserId, 'officer');
    chair = await plantMember(test.owner, 'organiser', organiserId, 'chair');
    change = new ChangeCapabilities(test.db, new DecisionReader(), config);
    take = new TakeDecision(test.db, new DecisionStore(), new DecisionReader(), config);
  });
  afterAll(() => test.close());

  it('changes when a second person agrees, and is told to it once', async () => {
    const koperasiId = await plantKoperasi(test.owner, VILLAGE);
    const proposed = await propose(koperasiId, false, 8_000);
    expect(proposed).toMatchObject({
      ...{ kind: 'capabilities', aboutParty: 'Koperasi uji' },
      capabilities: { storageKg: 8_000, hasColdStore: false },
    });
    expect(await outlet(koperasiId)).toEqual({ storage_kg: null, capabilities: [] });
    await expect(propose(koperasiId, false, 9_000)).rejects.toThrow('DECISION_ALREADY_PROPOSED');
    await approve(proposed.id);
    expect(await outlet(koperasiId)).toEqual({ storage_kg: 8_000, capabilities: [] });
    await expect(propose(koperasiId, false)).rejects.toThrow('CAPABILITIES_UNCHANGED');
    await expect(approve(proposed.id)).rejects.toThrow('DECISION_ALREADY_TAKEN');
    const { rows } = await test.owner.query(
      `SELECT kind FROM happening WHERE party_id = $1 AND kind = 'capabilities-changed'`,
      [koperasiId],
    );
    expect(rows).toHaveLength(1);
  });

  it('is a cold store only once it is shown, and still shown when it is agreed', async () => {
    const koperasiId = await plantKoperasi(test.owner, VILLAGE);
    await showColdStore(koperasiId, '2020-01-01');
    await expect(propose(koperasiId, true)).rejects.toThrow('COLD_STORE_NOT_SHOWN');
    await showColdStore(koperasiId);
    const { id } = await propose(koperasiId, true);
    await test.owner.query(`UPDATE party_document SET expires_on = '2020-01-01' WHERE party_id = $1`, [
      koperasiId,
    ]);
    await expect(approve(id)).rejects.toThrow('COLD_STORE_NOT_SHOWN');
    await test.owner.query('UPDATE party_document SET expires_on = NULL WHERE party_id = $1', [koperasiId]);
    await approve(id);
    expect(await outlet(koperasiId)).toEqual({ storage_kg: null, capabilities: ['cold-store'] });
  });

  it('keeps its cold store while goods that need it are on order, whoever asks the database', async () => {
    const koperasiId = await plantKoperasi(test.owner, VILLAGE, { hasColdStore: true });
    const { poolId, itemIds } = await plantPoolOf(test.owner, [frozen], {
      ...{ organiserId, personId: officer.personId, state: 'open' },
    });
    await plantLine(test.owner, {
      ...{ poolId, itemId: itemIds[0] ?? '', koperasiId, quantityPacks: 3 },
    });
    await expect(propose(koperasiId, false)).rejects.toThrow('COLD_STORE_IN_USE');
    await expect(
      test.owner.query(`UPDATE party SET capabilities = '{}' WHERE id = $1`, [koperasiId]),
    ).rejects.toMatchObject({ constraint: 'cold_store_stays_while_needed' });
    await test.owner.query(`UPDATE pool SET state = 'cancelled' WHERE id = $1`, [poolId]);
    await approve((await propose(koperasiId, false)).id);
    expect(await outlet(koperasiId)).toEqual({ storage_kg: null, capabilities: [] });
  });

  it('is judged by an organiser of its region alone', async () => {
    await test.owner.query(
      `INSERT INTO region (code, name, level) VALUES ('99.71', 'Kota Lain', 'city') ON CONFLICT DO NOTHING`,
    );
    const far = await plantKoperasi(test.owner, '99.71');
    await expect(propose(far, false, 5)).rejects.toThrow('PARTY_OUT_OF_REACH');
    await expect(propose(newId(), false, 5)).rejects.toThrow('PARTY_NOT_FOUND');
  });
});
