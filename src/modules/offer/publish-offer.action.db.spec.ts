import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { plantParty, plantPerson } from '../../../test/support/plant-lot.js';
import { plantPool, plantRegions } from '../../../test/support/plant-pool.js';
import type { OfferTerms } from '../../core/offer/offer-terms.js';
import { newId } from '../../platform/new-id.js';
import { EndOffer } from './end-offer.action.js';
import { OfferReader } from './offer.reader.js';
import { OfferStore } from './offer.store.js';
import { PublishOffer, type OfferRequest } from './publish-offer.action.js';

let test: TestDatabase;
let publishOffer: PublishOffer;
let endOffer: EndOffer;
let personId: string;
const reader = new OfferReader();

beforeAll(async () => {
  test = await freshDatabase();
  await plantRegions(test.owner);
  await plantPool(test.owner, ['dry']);
  personId = await plantPerson(test.owner);
  publishOffer = new PublishOffer(test.db, new OfferStore(), reader);
  endOffer = new EndOffer(test.db, new OfferStore(), reader);
});
afterAll(() => test.close());

const terms = (priceRpPerUnit: number): OfferTerms => ({
  tierKind: 'incremental',
  tiers: [{ fromPacks: 1, priceRpPerUnit }],
  capacityPacks: null,
  minimumPacks: 0,
  leadTimeDays: 3,
  surchargeRpPerUnit: { '32.71.01': 150, '32.71.02': null },
  validFrom: '2030-01-01',
  validUntil: '2030-12-31',
});
const request = (supplierId: string, price = 12_000): OfferRequest => ({
  supplierId,
  packCode: 'UJI-dry/1',
  regionCode: '32.71',
  terms: terms(price),
  surchargedDistricts: ['32.71.01', '32.71.02'],
});
const actionsOf = async (offerId: string): Promise<string[]> =>
  (await reader.historyOf(test.db, offerId)).map(({ action }) => action);

describe('publishing a standing offer', () => {
  it('keeps one offer per supplier, pack and region, with every revision', async () => {
    const supplierId = await plantParty(test.owner, 'supplier');
    const offer = await publishOffer.run(personId, request(supplierId));
    expect(offer).toMatchObject({ supplierId, revision: 1, action: 'published', terms: terms(12_000) });
    expect(await publishOffer.run(personId, request(supplierId))).toEqual(offer);
    await publishOffer.run(personId, request(supplierId, 11_900));
    expect(await endOffer.run(personId, offer.id)).toMatchObject({
      revision: 3,
      action: 'ended',
      terms: null,
    });
    await expect(endOffer.run(personId, offer.id)).rejects.toMatchObject({ code: 'OFFER_ALREADY_ENDED' });
    expect(await publishOffer.run(personId, request(supplierId))).toMatchObject({
      id: offer.id,
      revision: 4,
    });
    expect(await actionsOf(offer.id)).toEqual(['published', 'replaced', 'ended', 'published']);
    const audit = await test.owner.query('SELECT action FROM audit_event WHERE subject_id = $1 ORDER BY id', [
      offer.id,
    ]);
    expect(audit.rows.map(({ action }) => action)).toEqual([
      'offer-published',
      'offer-replaced',
      'offer-ended',
      'offer-published',
    ]);
  });

  it('writes the same one once, and loses none, when sent many times at once', async () => {
    const [twin, busy] = [await plantParty(test.owner, 'supplier'), await plantParty(test.owner, 'supplier')];
    const same = await Promise.all(
      Array.from({ length: 8 }, () => publishOffer.run(personId, request(twin))),
    );
    expect(new Set(same.map(({ id, revision }) => `${id} ${revision}`)).size).toBe(1);
    const other = await Promise.all(
      Array.from({ length: 8 }, (_, place) => publishOffer.run(personId, request(busy, 12_000 - place))),
    );
    expect(other.map(({ revision }) => revision).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('shows to everybody what stands and has days left, and to its supplier all', async () => {
    const supplierId = await plantParty(test.owner, 'supplier');
    const { id } = await publishOffer.run(personId, request(supplierId));
    const isShown = async (): Promise<boolean> =>
      (await reader.inForce(test.db, { regionCode: '32.71', packCode: 'UJI-dry/1' }, null, 200)).some(
        (offer) => offer.id === id,
      );
    expect(await isShown()).toBe(true);
    await endOffer.run(personId, id);
    expect(await isShown()).toBe(false);
    expect(await reader.ofSuppliers(test.db, [supplierId], null, 5)).toHaveLength(1);
  });

  it('is refused to a party that is no supplier, and ends none that is not there', async () => {
    const koperasiId = await plantParty(test.owner, 'koperasi');
    await expect(publishOffer.run(personId, request(koperasiId))).rejects.toMatchObject({
      code: 'OFFER_SUPPLIER_NOT_FOUND',
    });
    await expect(endOffer.run(personId, newId())).rejects.toMatchObject({ code: 'OFFER_NOT_FOUND' });
  });

  it.each([
    'UPDATE standing_offer_revision SET made_at = made_at WHERE offer_id = $1',
    'DELETE FROM standing_offer_revision WHERE offer_id = $1',
    'DELETE FROM standing_offer WHERE id = $1',
  ])('leaves what the serving roles cannot change: %s', async (statement) => {
    const { id } = await publishOffer.run(personId, request(await plantParty(test.owner, 'supplier')));
    for (const db of [test.db, test.workerDb])
      await expect(db.change(statement, [id])).rejects.toMatchObject({ code: '42501' });
  });
});
