import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { passDeadline, plantParty, plantPerson } from '../../../test/support/plant-lot.js';
import { openPlanted, plantOffer, type PlantedOffer } from '../../../test/support/plant-offer.js';
import { plantDraft, plantLine, plantRegions } from '../../../test/support/plant-pool.js';
import { plantKeys, wireBids, type WiredBids } from '../../../test/support/wire-bids.js';
import type { BidTerms } from '../../core/bid/bid-terms.js';
import { newId } from '../../platform/new-id.js';

let test: TestDatabase;
let personId: string;
let bids: WiredBids;

beforeAll(async () => {
  test = await freshDatabase();
  bids = wireBids(test);
  await plantRegions(test.owner);
  personId = await plantPerson(test.owner);
});
afterAll(() => test.close());

/** A lot of 30 packs, 10 more tolerated, whose pool opened with one supplier's standing offer. */
const given = async (): Promise<{ poolId: string; lotId: string; offer: PlantedOffer }> => {
  const { poolId, itemIds } = await plantDraft(test.owner, ['dry']);
  const itemId = itemIds[0] ?? '';
  const offer = await plantOffer(test, 11_000);
  await openPlanted(test.db, poolId, personId);
  await offer.end();
  const koperasiId = await plantParty(test.owner, 'koperasi');
  const lineId = await plantLine(test.owner, { poolId, itemId, koperasiId, quantityPacks: 30 });
  await test.owner.query('UPDATE commitment_line SET tolerance_packs = 10, version = 2 WHERE id = $1', [
    lineId,
  ]);
  await test.owner.query(`UPDATE pool SET state = 'closed', closed_at = now() WHERE id = $1`, [poolId]);
  const lotId = newId();
  await test.owner.query(
    'INSERT INTO lot (id, pool_id, item_id, quantity_packs, line_count, koperasi_count) VALUES ($1, $2, $3, 30, 1, 1)',
    [lotId, poolId, itemId],
  );
  await test.owner.query('INSERT INTO lot_membership (line_id, lot_id) VALUES ($1, $2)', [lineId, lotId]);
  await test.owner.query(
    `INSERT INTO tender (lot_id, closes_at) VALUES ($1, clock_timestamp() + interval '1 hour')`,
    [lotId],
  );
  await plantKeys(test.owner, lotId);
  return { poolId, lotId, offer };
};
const terms = (priceRpPerUnit: number): BidTerms => ({
  capacityPacks: 30,
  minimumPacks: 0,
  leadTimeDays: 3,
  tiers: [{ fromPacks: 1, priceRpPerUnit }],
});
const openAll = (): Promise<number> => bids.openDueBids.run();
const submit = (lotId: string, supplierId: string, price: number) =>
  bids.submit(personId, lotId, supplierId, terms(price));

describe('a supplier with a standing offer', () => {
  it('takes part by it when it does not bid', async () => {
    const { lotId, offer } = await given();
    await passDeadline(test.owner, lotId);
    await Promise.all([openAll(), openAll()]);
    const opened = await bids.reader.openedBids(test.db, lotId);
    expect(opened).toHaveLength(1);
    expect(opened[0]).toMatchObject({
      supplierId: offer.supplierId,
      revision: 1,
      action: 'standing',
      capacityPacks: 40,
      tiers: [{ fromPacks: 1, priceRpPerUnit: 11_000 }],
    });
    const { rows } = await test.owner.query(
      `SELECT actor_id, data->>'offerId' AS offer FROM audit_event WHERE action = 'bid-standing' AND subject_id = $1`,
      [opened[0]?.bidId],
    );
    expect(rows).toEqual([{ actor_id: null, offer: offer.offerId }]);
  });

  it('may bid better, and then its bid counts', async () => {
    const { lotId, offer } = await given();
    await submit(lotId, offer.supplierId, 10_900);
    await passDeadline(test.owner, lotId);
    await openAll();
    expect(await bids.reader.openedBids(test.db, lotId)).toMatchObject([
      { action: 'submitted', tiers: [{ priceRpPerUnit: 10_900 }] },
    ]);
  });

  it('is refused a bid that is worse, by its tier and rule, and nothing is kept of it', async () => {
    const { lotId, offer } = await given();
    await expect(submit(lotId, offer.supplierId, 11_001)).rejects.toMatchObject({
      code: 'BID_PRICE_ABOVE_OFFER',
      errors: [{ field: 'tiers.0.priceRpPerUnit', rule: 'BID_PRICE_ABOVE_OFFER' }],
    });
    expect(
      (await test.owner.query('SELECT FROM sealed_bid WHERE supplier_id = $1', [offer.supplierId])).rows,
    ).toEqual([]);
    const free = await plantParty(test.owner, 'supplier');
    expect(await submit(lotId, free, 11_900)).toMatchObject({ revision: 1 });
  });

  it('cannot escape it by taking its bid back', async () => {
    const { lotId, offer } = await given();
    await submit(lotId, offer.supplierId, 10_000);
    await bids.withdraw(personId, lotId, offer.supplierId);
    await passDeadline(test.owner, lotId);
    await openAll();
    expect(await bids.reader.openedBids(test.db, lotId)).toMatchObject([
      { action: 'standing', revision: 3, tiers: [{ priceRpPerUnit: 11_000 }] },
    ]);
  });

  it('cannot take it back by terms over all lots', async () => {
    const { poolId, offer } = await given();
    const charge = { fixedChargeRp: 1, capacityMilli: null, minimumOrderRp: 0 };
    await expect(bids.submitTerms(personId, poolId, offer.supplierId, charge)).rejects.toMatchObject({
      code: 'BID_CHARGES_ABOVE_OFFER',
    });
    const free = await plantParty(test.owner, 'supplier');
    expect(await bids.submitTerms(personId, poolId, free, charge)).toMatchObject({ revision: 1 });
  });
});
