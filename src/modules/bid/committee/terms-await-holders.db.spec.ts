import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { plantPoolOf, riceOf } from '../../../../test/support/plant-goods.js';
import { passDeadline, plantParty, plantPerson, plantPrincipal } from '../../../../test/support/plant-lot.js';
import {
  plantCommittee,
  testOpeningKeys,
  wireBids,
  type WiredBids,
} from '../../../../test/support/wire-bids.js';
import { actingFor, wireCommittee, type KeyedHolder } from '../../../../test/support/wire-committee.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { withinScope } from '../../../platform/db/scope.js';
import { newId } from '../../../platform/new-id.js';
import { makeHeldKey, sealBid } from '../../../seal/index.js';
import { BidReader } from '../bid.reader.js';
import { FailedBidReader } from '../failed-bid.reader.js';
import { RunUnopened } from '../run-unopened.action.js';
import { SealedHashReader } from '../sealed-hash.reader.js';
import { SupplierTermsReader } from '../supplier-terms.reader.js';
import { TenderStore } from '../tender.store.js';

let test: TestDatabase;
let bids: WiredBids;
let committee: ReturnType<typeof wireCommittee>;
const reader = new SupplierTermsReader();

beforeAll(async () => {
  test = await freshDatabase();
  bids = wireBids(test);
  committee = wireCommittee(test);
});
afterAll(() => test.close());

interface Scene {
  readonly poolId: string;
  readonly lotIds: readonly [string, string];
  readonly organiser: Principal;
  readonly holders: readonly KeyedHolder[];
  readonly supplierId: string;
  readonly termsKeyId: string;
  /** The key of a lot, after which it takes bids; with a bid. */
  seal(lotId: string): Promise<string>;
  /** Two of the holders open a key. */
  open(keyId: string): Promise<void>;
}

/** Two lots of one pool, the first with its key and a bid, and a supplier's sealed terms over both. */
const given = async (saidTerms: object): Promise<Scene> => {
  const organiserId = await plantParty(test.owner, 'organiser');
  const personId = await plantPerson(test.owner);
  const goods = [riceOf(50), riceOf(25)];
  const { poolId, itemIds } = await plantPoolOf(test.owner, goods, { organiserId, personId });
  const lotIds: [string, string] = [newId(), newId()];
  for (const [place, itemId] of itemIds.entries())
    await test.owner.query(
      'INSERT INTO lot (id, pool_id, item_id, quantity_packs, line_count, koperasi_count) VALUES ($1, $2, $3, 100, 1, 1)',
      [lotIds[place], poolId, itemId],
    );
  const holders = await committee.keyed(await plantCommittee(test.owner, poolId));
  const organiser = await plantPrincipal(test.owner, 'organiser', organiserId, 'officer');
  const supplierId = await plantParty(test.owner, 'supplier');
  const made = await makeHeldKey(holders);
  const { keyId: termsKeyId } = await actingFor(organiser, () =>
    committee.make.forPool(organiser, poolId, made),
  );
  const seal = async (lotId: string): Promise<string> => {
    const { keyId, publicKey } = await committee.keyForLot(organiser, lotId, holders);
    const bid = {
      capacityPacks: 80,
      minimumPacks: 0,
      leadTimeDays: 3,
      tiers: [{ fromPacks: 1, priceRpPerUnit: 11_000 }],
    };
    await bids.submitSealed(
      personId,
      lotId,
      supplierId,
      await sealBid(publicKey, { lotId, supplierId }, bid),
    );
    return keyId;
  };
  const open = (keyId: string): Promise<void> => committee.openTogether(keyId, holders[0]!, holders[1]!);
  const scene = { poolId, lotIds, organiser, holders, supplierId, termsKeyId, seal, open };
  const firstKey = await seal(lotIds[0]);
  const sealed = await sealBid(made.publicKey, { poolId, supplierId }, saidTerms);
  await bids.submitSealedTerms(personId, poolId, supplierId, sealed);
  await passDeadline(test.owner, lotIds[0]);
  await open(firstKey);
  return scene;
};

const sound = { fixedChargeRp: 7, capacityMilli: null, minimumOrderRp: 0 };

const stateOf = async (lotId: string): Promise<string | undefined> =>
  (await test.owner.query<{ state: string }>('SELECT state FROM lot WHERE id = $1', [lotId])).rows[0]?.state;
const kindsOf = async (poolId: string): Promise<string[]> =>
  (await new SealedHashReader(test.db).ofTerms(poolId)).map(({ kind }) => kind);
const shownTo = (principal: Principal, poolId: string) =>
  withinScope({ principal }, () => reader.visibleTerms(test.db, poolId, principal));

describe('terms over all lots that wait for their holders', () => {
  it('keep the last lot waiting, and no lot of another pool, however few are looked at', async () => {
    const { poolId, lotIds, organiser, termsKeyId, seal, open } = await given(sound);
    expect(await bids.openDueBids.run()).toBe(1);
    // The other still waits for its key, so nothing tells what of the terms is a decoy.
    expect(new Set(await kindsOf(poolId))).toEqual(new Set(['sealed']));
    const lastKey = await seal(lotIds[1]);
    await passDeadline(test.owner, lotIds[1]);
    await open(lastKey);
    expect(await bids.openDueBids.run()).toBe(0);
    expect(await stateOf(lotIds[1])).toBe('bidding');
    const other = await given(sound);
    const due = await new TenderStore().due(test.workerDb, testOpeningKeys.ids, 1);
    expect(due).toEqual([other.lotIds[0]]);

    await open(termsKeyId);
    await bids.openDueBids.run();
    expect(await stateOf(lotIds[1])).toBe('opened');
    expect(await shownTo(organiser, poolId)).toMatchObject([{ terms: sound }]);
    expect(await kindsOf(poolId)).toContain('counted');
  });

  it('are shown though a lot failed before anybody opened it', async () => {
    const { poolId, lotIds, organiser, termsKeyId, seal, open } = await given(sound);
    await bids.openDueBids.run();
    await seal(lotIds[1]);
    await passDeadline(test.owner, lotIds[1]);
    await open(termsKeyId);
    expect(await shownTo(organiser, poolId)).toEqual([]);
    await test.owner.query(
      `UPDATE tender SET attempt = 3, closes_at = clock_timestamp() - interval '3 days' WHERE lot_id = $1`,
      [lotIds[1]],
    );
    expect(await new RunUnopened(test.workerDb, new TenderStore(), testOpeningKeys).run()).toBe(1);
    expect(await stateOf(lotIds[1])).toBe('failed');
    expect(await shownTo(organiser, poolId)).toMatchObject([{ terms: sound }]);
  });

  it('are shown with their fault where they break a rule', async () => {
    const { poolId, lotIds, organiser, supplierId, termsKeyId, seal, open } = await given({
      ...sound,
      fixedChargeRp: -1,
    });
    const failures = new FailedBidReader(test.db, new BidReader());
    const failedFor = (principal: Principal) =>
      withinScope({ principal }, () => failures.visibleTermsFailures(poolId, principal));
    await bids.openDueBids.run();
    const lastKey = await seal(lotIds[1]);
    await passDeadline(test.owner, lotIds[1]);
    for (const keyId of [lastKey, termsKeyId]) await open(keyId);
    expect(await failedFor(organiser)).toEqual([]);
    await bids.openDueBids.run();
    expect(await failedFor(organiser)).toMatchObject([
      { supplierId, code: 'BID_TERMS_UNREADABLE', faults: [{ field: 'fixedChargeRp' }] },
    ]);
    expect(await kindsOf(poolId)).toContain('failed');
    const stranger = await plantPrincipal(
      test.owner,
      'koperasi',
      await plantParty(test.owner, 'koperasi'),
      'chair',
    );
    expect(await failedFor(stranger)).toEqual([]);
  });
});
