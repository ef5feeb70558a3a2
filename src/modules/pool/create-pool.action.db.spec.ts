import { declareAt } from '../../../test/support/declare-at.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { newId } from '../../platform/new-id.js';
import { standardSteps } from '../../core/pool/declare-steps.js';
import { seed } from '../../seed/index.js';
import { OfferReader } from '../offer/index.js';
import { AwardRuleReader } from './award-rule.reader.js';
import { PricingReader } from './pricing.reader.js';
import { BindOffers } from './bind-offers.action.js';
import { CreatePool } from './create-pool.action.js';
import type { PoolRequest } from './declare-pool.js';
import { DistributionReader } from './distribution.reader.js';
import { OpenPool } from './open-pool.action.js';
import { PoolReader } from './pool.reader.js';
import { PoolStore } from './pool.store.js';
import { stepsOf } from './pool-steps.js';

let database: TestDatabase;
let organiserId: string;
let personId: string;
const pools = new PoolReader();

/** Kediri's forum at a moment: the database's clock as it would be then. */
const createAt = (now: string): CreatePool => new CreatePool(database.db, new PoolStore(), declareAt(now));
const request = (change: Partial<PoolRequest> = {}): PoolRequest => ({
  organiserId,
  title: 'Putaran uji',
  regionCode: '35.71',
  purpose: 'ordinary',
  rationingRule: 'proportional',
  closesAt: new Date('2030-01-10T00:00:00Z'),
  biddingPeriodS: 3600,
  neededFrom: '2030-01-20',
  neededUntil: '2030-01-27',
  items: [{ packCode: 'BERAS-MEDIUM/XSA50' }],
  ...change,
});
const noon = '2030-01-05T05:00:00Z';

beforeAll(async () => {
  database = await freshDatabase();
  await seed(database.db, { regionCode: '35.71', demoPassword: 'demo-demo' });
  await seed(database.db, { regionCode: '32.75' });
  const { rows } = await database.owner.query<{ organiser: string; person: string }>(
    `SELECT party.id AS organiser, person.id AS person FROM party, person
     WHERE party.code = 'DEMO-35.71-FORUM' AND login = 'organiser-officer'`,
  );
  [organiserId, personId] = [rows[0]?.organiser ?? '', rows[0]?.person ?? ''];
});
afterAll(() => database.close());

describe('creating a pool', () => {
  it("takes the ceilings of the organiser's day, not of the day it still is in Greenwich", async () => {
    await database.owner.query(
      `INSERT INTO price_reference (id, code, commodity, kind, level, zone, max_rp, unit_code, valid_from, source)
       SELECT $1, code, commodity, kind, level, zone, 99000, unit_code, '2030-01-06', 'uji' FROM price_reference
       WHERE level = 'konsumen' AND code = (SELECT price_ref FROM commodity WHERE code = 'BERAS-MEDIUM')
         AND zone IN ('1', 'nasional') ORDER BY valid_from DESC, zone LIMIT 1`,
      [newId()],
    );
    // 2030-01-05 23:00 UTC is six in the morning of the 6th in Kediri.
    const [before, after] = [
      await createAt('2030-01-05T16:00:00Z').run(personId, request()),
      await createAt('2030-01-05T23:00:00Z').run(personId, request()),
    ];
    expect((await pools.itemsOf(database.db, before))[0]?.ceilingRpPerUnit).toBeLessThan(99_000);
    expect((await pools.itemsOf(database.db, after))[0]?.ceilingRpPerUnit).toBe(99_000);
  });

  it.each<[string, string]>([
    ['32.75', 'REGION_OUT_OF_REACH'],
    ['99.99', 'REGION_UNKNOWN'],
  ])('in the region %s is refused with %s', async (regionCode, code) => {
    await expect(createAt(noon).run(personId, request({ regionCode }))).rejects.toThrow(code);
  });

  it('declares its human steps: what is said, and what is usual where nothing is', async () => {
    const { rows } = await database.owner.query<{ id: string }>(
      `SELECT id FROM person WHERE login = 'organiser-chair'`,
    );
    const chair = rows[0]?.id ?? '';
    const usual = await createAt(noon).run(personId, request());
    expect(await stepsOf(database.db, usual)).toEqual(standardSteps);
    const steps = { standstillS: 0, approval: { dueS: 60, deputyId: chair } };
    const said = await stepsOf(database.db, await createAt(noon).run(personId, request({ steps })));
    expect(said).toMatchObject({
      proposal: standardSteps.proposal,
      objection: { dueS: 0 },
      approval: { dueS: 60, holderId: null, deputyId: chair, deputyS: 86_400 },
    });
    await expect(
      createAt(noon).run(personId, request({ steps: { approval: { deputyId: personId } } })),
    ).rejects.toMatchObject({
      code: 'STEP_PERSON_WITHOUT_ROLE',
      errors: [expect.objectContaining({ field: 'steps.approval.deputyId' })],
    });
    await expect(
      database.db.change('UPDATE pool_step SET due_s = 1 WHERE pool_id = $1', [usual]),
    ).rejects.toMatchObject({ code: '42501' });
  });

  it('is beyond a suspended organiser, and so is opening what it had drafted', async () => {
    const drafted = await createAt(noon).run(personId, request());
    await database.owner.query(
      `UPDATE party SET state = 'suspended', suspended_reason = 'uji' WHERE id = $1`,
      [organiserId],
    );
    await expect(createAt(noon).run(personId, request())).rejects.toThrow('ORGANISER_SUSPENDED');
    const open = new OpenPool(
      database.db,
      new PoolStore(),
      new BindOffers(
        new PoolReader(),
        new OfferReader(),
        new AwardRuleReader(),
        new PricingReader(),
        new DistributionReader(),
      ),
    );
    await expect(open.run(personId, drafted)).rejects.toThrow('ORGANISER_SUSPENDED');
    await database.owner.query(`UPDATE party SET state = 'active', suspended_reason = NULL WHERE id = $1`, [
      organiserId,
    ]);
    await open.run(personId, drafted);
    expect(await pools.poolById(database.db, drafted)).toMatchObject({ state: 'open' });
  });
});
