import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { anAward, wireSteps, type GivenAward, type WiredSteps } from '../../../test/support/given-steps.js';
import { AwardStore } from './award.store.js';
import { OnPartySuspended } from './on-party-suspended.consumer.js';

const three = [
  [60, 10_000],
  [60, 11_000],
  [100, 11_500],
] as const;

describe('a supplier that is suspended after it bid', () => {
  let test: TestDatabase;
  let steps: WiredSteps;
  let consumer: OnPartySuspended;

  const suspend = async (partyId: string): Promise<void> => {
    await test.owner.query(`UPDATE party SET state = 'suspended', suspended_reason = 'uji' WHERE id = $1`, [
      partyId,
    ]);
  };
  const tell = (partyId: string): Promise<void> =>
    test.workerDb.transaction((tx) =>
      consumer.handle(tx, { id: 1, type: 'PartySuspended', payload: { partyId }, recordedAt: new Date() }),
    );
  const computeAnew = async (lotId: string): Promise<void> => {
    const groups = await steps.compute.computeAnew(lotId);
    await test.workerDb.transaction(async (tx) => {
      if (await steps.compute.endWithoutBids(tx, lotId)) return;
      for (const group of groups) await steps.compute.keep(tx, group);
    });
  };
  const attempts = async (lotId: string): Promise<string[]> => {
    const { rows } = await test.owner.query<{ said: string }>(
      `SELECT attempt || ' ' || state || coalesce(' ' || (SELECT string_agg(packs::text, ' ' ORDER BY packs DESC)
         FROM award_line WHERE award_id = award.id), '') AS said FROM award WHERE lot_id = $1 ORDER BY attempt`,
      [lotId],
    );
    return rows.map(({ said }) => said);
  };
  const outOf = async (lotId: string): Promise<string[]> => {
    const { rows } = await test.owner.query<{ said: string }>(
      `SELECT supplier_id || ' ' || reason AS said FROM bid_out JOIN bid ON bid.id = bid_id WHERE bid_out.lot_id = $1 ORDER BY 1`,
      [lotId],
    );
    return rows.map(({ said }) => said);
  };
  const first = ({ suppliers }: GivenAward): string => suppliers[0] ?? '';

  beforeAll(async () => {
    test = await freshDatabase();
    steps = wireSteps(test);
    const wired = steps;
    consumer = new OnPartySuspended(new AwardStore(), wired.courses);
  });
  afterAll(async () => {
    await steps.solver.onModuleDestroy();
    await test.close();
  });

  it.each([
    ['computed', 0],
    ['proposed', 1],
    ['approved', 2],
  ])('falls out of an award that is %s, with its reason, and the others supply', async (_, acts) => {
    const given = await anAward(test, steps, three);
    if (acts > 0) await steps.propose.run(given.officer, given.lotId);
    if (acts > 1) await steps.approve.run(given.chair, given.lotId);
    await suspend(first(given));
    await tell(first(given));
    await tell(first(given));
    expect(await outOf(given.lotId)).toEqual([`${first(given)} SUPPLIER_SUSPENDED`]);
    await computeAnew(given.lotId);
    expect((await attempts(given.lotId))[1]).toBe('2 computed 60 40');
  });

  it('is out from the beginning when it is suspended before the award, and shown as out', async () => {
    const given = await anAward(test, steps, three);
    await suspend(given.suppliers[1] ?? '');
    await suspend(given.suppliers[2] ?? '');
    await tell(given.suppliers[1] ?? '');
    await computeAnew(given.lotId);
    expect(await outOf(given.lotId)).toEqual(
      [given.suppliers[1], given.suppliers[2]].map((id) => `${id} SUPPLIER_SUSPENDED`).sort(),
    );
    expect((await attempts(given.lotId))[1]).toBe('2 computed 60');
  });

  it('delivers what it has signed for', async () => {
    const given = await anAward(test, steps, three);
    await steps.propose.run(given.officer, given.lotId);
    await steps.approve.run(given.chair, given.lotId);
    await steps.contract.sign(given.chair.personId, given.lotId, first(given));
    await suspend(first(given));
    await tell(first(given));
    expect(await outOf(given.lotId)).toEqual([]);
    expect(await attempts(given.lotId)).toEqual(['1 approved 60 40']);
  });

  it('is out of an award that was being computed at that moment', async () => {
    const given = await anAward(test, steps, three);
    await suspend(given.suppliers[1] ?? '');
    await tell(given.suppliers[1] ?? '');
    const groups = await steps.compute.computeAnew(given.lotId);
    await suspend(first(given));
    await tell(first(given));
    await test.workerDb.transaction(async (tx) => {
      for (const group of groups) await steps.compute.keep(tx, group);
    });
    await computeAnew(given.lotId);
    expect(await attempts(given.lotId)).toEqual(['1 replaced 60 40', '2 replaced 60 40', '3 computed 100']);
  });

  it('leaves a lot without any bid to its end', async () => {
    const given = await anAward(test, steps, [[100, 10_000]]);
    await suspend(first(given));
    await tell(first(given));
    await computeAnew(given.lotId);
    const { rows } = await test.owner.query('SELECT state, failed_reason FROM lot WHERE id = $1', [
      given.lotId,
    ]);
    expect(rows).toEqual([{ state: 'failed', failed_reason: 'NO_BID_LEFT' }]);
  });
});
