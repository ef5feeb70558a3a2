import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { passDeadline, plantParty, plantPerson } from '../../../test/support/plant-lot.js';
import { openPlanted, plantOffer, type PlantedOffer } from '../../../test/support/plant-offer.js';
import { plantDraft, plantLine, plantRegions } from '../../../test/support/plant-pool.js';
import type { BidTerms } from '../../core/bid/bid-terms.js';
import { newId } from '../../platform/new-id.js';
import { BidReader } from './bid.reader.js';
import { BidStore } from './bid.store.js';
import { OpenDueBids } from './open-due-bids.action.js';
import { SubmitBid } from './submit-bid.action.js';
import { SubmitSupplierTerms } from './submit-supplier-terms.action.js';
import { SupplierTermsReader } from './supplier-terms.reader.js';
import { SupplierTermsStore } from './supplier-terms.store.js';
import { TenderStore } from './tender.store.js';
import { WithdrawBid } from './withdraw-bid.action.js';

let test: TestDatabase;
let personId: string;
const [store, reader] = [new BidStore(), new BidReader()];

beforeAll(async () => {
  test = await freshDatabase();
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
  return { poolId, lotId, offer };
};
const terms = (priceRpPerUnit: number): BidTerms => ({
  capacityPacks: 30,
  minimumPacks: 0,
  leadTimeDays: 3,
  tiers: [{ fromPacks: 1, priceRpPerUnit }],
});
const openAll = (): Promise<number> => new OpenDueBids(test.db, new TenderStore()).run();
const submit = (lotId: string, supplierId: string, price: number) =>
  new SubmitBid(test.db, store, reader).run(personId, lotId, supplierId, terms(price));

describe('a supplier with a standing offer', () => {
  it('takes part by it when it does not bid', async () => {
    const { lotId, offer } = await given();
    await passDeadline(test.owner, lotId);
    await Promise.all([openAll(), openAll()]);
    const bids = await reader.openedBids(test.db, lotId);
    expect(bids).toHaveLength(1);
    expect(bids[0]).toMatchObject({
      supplierId: offer.supplierId,
      revision: 1,
      action: 'standing',
      capacityPacks: 40,
      tiers: [{ fromPacks: 1, priceRpPerUnit: 11_000 }],
    });
    const { rows } = await test.owner.query(
      `SELECT actor_id, data->>'offerId' AS offer FROM audit_event WHERE action = 'bid-standing' AND subject_id = $1`,
      [bids[0]?.bidId],
    );
    expect(rows).toEqual([{ actor_id: null, offer: offer.offerId }]);
  });

  it('may bid better, and then its bid counts', async () => {
    const { lotId, offer } = await given();
    await submit(lotId, offer.supplierId, 10_900);
    await passDeadline(test.owner, lotId);
    await openAll();
    expect(await reader.openedBids(test.db, lotId)).toMatchObject([
      { action: 'submitted', tiers: [{ priceRpPerUnit: 10_900 }] },
    ]);
  });

  it('is refused a bid that is worse, by its tier and rule, and nothing is kept of it', async () => {
    const { lotId, offer } = await given();
    await expect(submit(lotId, offer.supplierId, 11_001)).rejects.toMatchObject({
      code: 'BID_PRICE_ABOVE_OFFER',
      errors: [{ field: 'tiers.0.priceRpPerUnit', rule: 'BID_PRICE_ABOVE_OFFER' }],
    });
    expect(await reader.ownBids(test.db, lotId, [offer.supplierId])).toEqual([]);
    const free = await plantParty(test.owner, 'supplier');
    expect(await submit(lotId, free, 11_900)).toMatchObject({ action: 'submitted' });
  });

  it('cannot escape it by taking its bid back', async () => {
    const { lotId, offer } = await given();
    await submit(lotId, offer.supplierId, 10_000);
    await new WithdrawBid(test.db, store, reader).run(personId, lotId, offer.supplierId);
    await passDeadline(test.owner, lotId);
    await openAll();
    expect(await reader.openedBids(test.db, lotId)).toMatchObject([
      { action: 'standing', revision: 3, tiers: [{ priceRpPerUnit: 11_000 }] },
    ]);
  });

  it('cannot take it back by terms over all lots', async () => {
    const { poolId, offer } = await given();
    const submitTerms = new SubmitSupplierTerms(
      test.db,
      store,
      new SupplierTermsStore(),
      new SupplierTermsReader(),
    );
    const charge = { fixedChargeRp: 1, capacityMilli: null, minimumOrderRp: 0 };
    await expect(submitTerms.run(personId, poolId, offer.supplierId, charge)).rejects.toMatchObject({
      code: 'BID_CHARGES_ABOVE_OFFER',
    });
    const free = await plantParty(test.owner, 'supplier');
    expect(await submitTerms.run(personId, poolId, free, charge)).toMatchObject({ fixedChargeRp: 1 });
  });
});
