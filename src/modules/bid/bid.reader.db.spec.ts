import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  passDeadline,
  plantParty,
  plantPrincipal,
  plantTender,
  type PlantedLot,
} from '../../../test/support/plant-lot.js';
import { wireBids } from '../../../test/support/wire-bids.js';
import type { PartyKind, Principal } from '../../platform/auth/principal.js';
import { withinScope } from '../../platform/db/scope.js';
import { BidReader } from './bid.reader.js';

let test: TestDatabase;
let lot: PlantedLot;
let bidders: Principal[];
let insiders: Principal[];
let outsiders: Principal[];
const reader = new BidReader();

const stranger = async (kind: PartyKind): Promise<Principal> =>
  plantPrincipal(test.owner, kind, await plantParty(test.owner, kind), 'chair', 'officer');

const seenBy = async (principal?: Principal): Promise<string[]> =>
  (await withinScope({ principal }, () => reader.visibleBids(test.db, lot.lotId, principal)))
    .map(({ supplierId }) => supplierId)
    .sort();

const supplierOf = (principal: Principal): string => principal.memberships[0]?.partyId ?? '';

beforeAll(async () => {
  test = await freshDatabase();
  lot = await plantTender(test.owner);
  const bids = wireBids(test);
  bidders = [await stranger('supplier'), await stranger('supplier')];
  for (const bidder of bidders)
    await bids.submit(bidder.personId, lot.lotId, supplierOf(bidder), {
      capacityPacks: 80,
      minimumPacks: 0,
      leadTimeDays: 3,
      tiers: [{ fromPacks: 1, priceRpPerUnit: 11_000 }],
    });
  insiders = [
    await plantPrincipal(test.owner, 'organiser', lot.organiserId, 'chair'),
    await plantPrincipal(test.owner, 'koperasi', lot.koperasiId, 'viewer'),
    await stranger('observer'),
    await stranger('administrator'),
  ];
  outsiders = [
    await stranger('organiser'),
    await stranger('koperasi'),
    await stranger('kitchen'),
    await stranger('supplier'),
  ];
});
afterAll(() => test.close());

describe('bids', () => {
  it('are seen by their bidder alone before they are opened, not even their number by anyone', async () => {
    for (const bidder of bidders) {
      expect(await seenBy(bidder)).toEqual([supplierOf(bidder)]);
      // Its bidder too sees that it has bid, and not what.
      const own = await withinScope({ principal: bidder }, () =>
        reader.visibleBids(test.db, lot.lotId, bidder),
      );
      expect(own).toMatchObject([{ bidId: null, terms: null, sealedText: null, revision: 1 }]);
    }
    for (const principal of [...insiders, ...outsiders, undefined])
      expect(await seenBy(principal)).toEqual([]);
    expect(await reader.openedBids(test.db, lot.lotId)).toEqual([]);
    expect(await reader.tenderOf(test.db, lot.lotId)).toMatchObject({ bidCount: null });
  });

  it('stay sealed when the deadline has passed but nobody has opened them yet', async () => {
    await passDeadline(test.owner, lot.lotId);
    for (const principal of insiders) expect(await seenBy(principal)).toEqual([]);
    expect(await reader.openedBids(test.db, lot.lotId)).toEqual([]);
  });

  it('are seen by members, organiser and those who oversee once they are opened', async () => {
    await wireBids(test).openDueBids.run();
    const all = bidders.map(supplierOf).sort();
    for (const principal of insiders) expect(await seenBy(principal)).toEqual(all);
    for (const principal of [...outsiders, undefined]) expect(await seenBy(principal)).toEqual([]);
    for (const bidder of bidders) expect(await seenBy(bidder)).toEqual([supplierOf(bidder)]);
    expect((await reader.openedBids(test.db, lot.lotId))[0]).toMatchObject({
      capacityPacks: 80,
      minimumPacks: 0,
      leadTimeDays: 3,
      tiers: [{ fromPacks: 1, priceRpPerUnit: 11_000 }],
    });
  });

  it('are seen by everyone once the contract is signed', async () => {
    await test.owner.query(`UPDATE lot SET state = 'contracted' WHERE id = $1`, [lot.lotId]);
    for (const principal of [...insiders, ...outsiders, ...bidders, undefined])
      expect(await seenBy(principal)).toHaveLength(2);
  });
});
