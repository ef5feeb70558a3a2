import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { passDeadline, plantParty, plantPerson, plantTender } from '../../../test/support/plant-lot.js';
import { plantCommittee, wireBids, type WiredBids } from '../../../test/support/wire-bids.js';
import type { BidTerms } from '../../core/bid/bid-terms.js';
import { MOST_ATTEMPTS } from '../../core/bid/judge-unopened.js';
import { OpeningKeys } from '../../platform/opening-key/opening-keys.js';
import { EndBidding } from './end-bidding.action.js';
import { RunUnopened } from './run-unopened.action.js';
import { TenderStore } from './tender.store.js';

let test: TestDatabase;
let bids: WiredBids;
let runUnopened: RunUnopened;

beforeAll(async () => {
  test = await freshDatabase();
  bids = wireBids(test);
  // Another secret than the one that the bids below are sealed under: that one is lost.
  runUnopened = new RunUnopened(test.workerDb, new TenderStore(), new OpeningKeys([Buffer.alloc(32, 9)]));
});
afterAll(() => test.close());

const terms: BidTerms = {
  capacityPacks: 80,
  minimumPacks: 0,
  leadTimeDays: 3,
  tiers: [{ fromPacks: 1, priceRpPerUnit: 11_000 }],
};

const given = async () => {
  const lot = await plantTender(test.owner);
  const supplierId = await plantParty(test.owner, 'supplier');
  const personId = await plantPerson(test.owner);
  await bids.submit(personId, lot.lotId, supplierId, terms);
  await bids.submitTerms(personId, lot.poolId, supplierId, {
    fixedChargeRp: 7,
    capacityMilli: null,
    minimumOrderRp: 0,
  });
  return { ...lot, supplierId, personId };
};

/** The deadline, so many hours ago. */
const lateBy = async (lotId: string, hours: number): Promise<void> => {
  await test.owner.query(
    `UPDATE tender SET closes_at = clock_timestamp() - make_interval(hours => $2) WHERE lot_id = $1`,
    [lotId, hours],
  );
  await test.owner.query(
    `UPDATE sealing_key SET made_at = made_at - interval '3 days' WHERE pool_id = (SELECT pool_id FROM lot WHERE id = $1)`,
    [lotId],
  );
};

const told = async (partyId: string): Promise<string[]> =>
  (
    await test.owner.query<{ kind: string }>('SELECT kind FROM happening WHERE party_id = $1 ORDER BY id', [
      partyId,
    ])
  ).rows.map(({ kind }) => kind);

describe('bids that nobody opens in time', () => {
  it('have the deputy called once, then the lot is tendered anew and everybody is told', async () => {
    const { lotId, organiserId, koperasiId, supplierId, personId } = await given();
    await passDeadline(test.owner, lotId);
    expect(await runUnopened.run()).toBe(0);
    await lateBy(lotId, 24);
    const calls = await Promise.all([runUnopened.run(), runUnopened.run()]);
    expect(calls.reduce((sum, count) => sum + count, 0)).toBe(1);
    expect(await runUnopened.run()).toBe(0);
    expect(await told(organiserId)).toEqual(['bids-still-sealed']);

    await lateBy(lotId, 48);
    const begun = await Promise.all([runUnopened.run(), runUnopened.run()]);
    expect(begun.reduce((sum, count) => sum + count, 0)).toBe(1);
    const tender = await bids.reader.tenderOf(test.db, lotId);
    expect(tender).toMatchObject({ attempt: 2, openedAt: null });
    expect(tender?.closesAt.getTime()).toBeGreaterThan(Date.now());
    for (const partyId of [organiserId, koperasiId, supplierId])
      expect((await told(partyId)).at(-1)).toBe('tendered-anew');
    const events = await test.owner.query(
      `SELECT payload FROM outbox WHERE type = 'TenderBegunAnew' AND payload->>'lotId' = $1`,
      [lotId],
    );
    expect(events.rows).toEqual([{ payload: { lotId, attempt: 2 } }]);

    // Bids anew, under a new key: the first starts at revision 1, and the old ones count for nothing.
    expect(await bids.submit(personId, lotId, supplierId, terms)).toMatchObject({ attempt: 2, revision: 1 });
    const keys = await test.owner.query(
      'SELECT lot_id IS NULL AS of_terms, attempt FROM sealing_key JOIN lot USING (pool_id) WHERE lot.id = $1 ORDER BY 1, 2',
      [lotId],
    );
    expect(keys.rows).toEqual([
      { of_terms: false, attempt: 1 },
      { of_terms: false, attempt: 2 },
      { of_terms: true, attempt: 1 },
      { of_terms: true, attempt: 2 },
    ]);
  });

  it('fail their lot after several attempts, and its pool still comes to its end', async () => {
    const { lotId, poolId, koperasiId } = await given();
    await test.owner.query('UPDATE tender SET attempt = $2 WHERE lot_id = $1', [lotId, MOST_ATTEMPTS]);
    await lateBy(lotId, 48);
    expect(await runUnopened.run()).toBe(1);
    const lot = await test.owner.query('SELECT state, failed_reason FROM lot WHERE id = $1', [lotId]);
    expect(lot.rows).toEqual([{ state: 'failed', failed_reason: 'BIDS_NOT_OPENED' }]);
    const pool = await test.owner.query('SELECT state FROM pool WHERE id = $1', [poolId]);
    expect(pool.rows).toEqual([{ state: 'settled' }]);
    expect((await told(koperasiId)).at(-1)).toBe('lot-failed');
    expect(await bids.reader.openedBids(test.db, lotId)).toEqual([]);
    expect(await runUnopened.run()).toBe(0);
    // The key that turns up later opens nothing any more.
    expect(await bids.openDueBids.run()).toBe(0);
  });

  it('wait for a new key where a committee seals', async () => {
    const { lotId, poolId, personId, supplierId } = await given();
    await plantCommittee(test.owner, poolId);
    await lateBy(lotId, 48);
    expect(await runUnopened.run()).toBe(1);
    await expect(bids.submit(personId, lotId, supplierId, terms)).rejects.toMatchObject({
      code: 'SEALING_KEY_MISSING',
    });
  });
});

describe('an early opening', () => {
  const endBidding = new EndBidding(new TenderStore());
  const end = (organiserId: string, lotId: string): Promise<boolean> =>
    test.workerDb.transaction((tx) => endBidding.run(tx, organiserId, lotId, lotId));

  it('is an early deadline: what was sealed counts, what comes later does not', async () => {
    const { lotId, organiserId, supplierId, personId } = await given();
    const other = await plantParty(test.owner, 'organiser');
    expect(await end(other, lotId)).toBe(false);
    expect(await Promise.all([end(organiserId, lotId), end(organiserId, lotId)])).toContain(true);
    expect(await end(organiserId, lotId)).toBe(false);
    await expect(bids.submit(personId, lotId, supplierId, terms)).rejects.toMatchObject({
      code: 'TENDER_ALREADY_CLOSED',
    });
    expect((await told(supplierId)).filter((kind) => kind === 'bidding-ended-early')).toHaveLength(1);
    expect(await bids.openDueBids.run()).toBe(1);
    expect(await bids.reader.openedBids(test.db, lotId)).toMatchObject([{ supplierId }]);
  });
});
