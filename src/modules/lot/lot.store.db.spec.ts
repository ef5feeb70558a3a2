import fc from 'fast-check';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import {
  CITY,
  plantKoperasi,
  plantLine,
  plantMove,
  plantOutcome,
  plantPool,
  plantRegions,
} from '../../../test/support/plant-pool.js';
import {
  aggregateCommitments,
  type CommittedLine,
  type CommittingParty,
  type GivenUp,
  type Storage,
} from '../../core/lot/aggregate-commitments.js';
import { FormLots } from './form-lots.action.js';
import { LotReader } from './lot.reader.js';
import { LotStore } from './lot.store.js';

let database: TestDatabase;
const formLots = new FormLots(new LotStore());
const reader = new LotReader();

/** A line of another pool, where lines that moved are now. */
let movedTo: string;

beforeAll(async () => {
  database = await freshDatabase();
  await plantRegions(database.owner);
  const { poolId, itemIds } = await plantPool(database.owner, ['dry'], 'open');
  const koperasiId = await plantKoperasi(database.owner, CITY);
  movedTo = await plantLine(database.owner, {
    poolId,
    itemId: itemIds[0] ?? '',
    koperasiId,
    quantityPacks: 1,
  });
});

afterAll(() => database.close());

/** What a pool came to, in the words and the order of core. */
const formed = async (poolId: string) => {
  const lots = await reader.lotsOfPool(database.db, poolId);
  lots.sort((a, b) => (a.itemId < b.itemId ? -1 : 1));
  const zones = await reader.zonesOf(
    database.db,
    lots.map((lot) => lot.id),
  );
  return {
    lots: await Promise.all(
      lots.map(async (lot) => ({
        itemId: lot.itemId,
        quantityPacks: lot.quantityPacks,
        koperasiCount: lot.koperasiCount,
        lineIds: (await reader.linesOf(database.db, lot.id)).map((line) => line.lineId),
        zones: zones
          .filter((zone) => zone.lotId === lot.id)
          .map(({ districtCode, quantityPacks, koperasiCount }) => ({
            districtCode,
            quantityPacks,
            koperasiCount,
          })),
      })),
    ),
    refused: (await reader.refusedPage(database.db, poolId, null, null, 1000)).map((line) => ({
      lineId: line.lineId,
      reason: line.refusal,
    })),
  };
};

const storages: Storage[] = ['dry', 'chilled', 'frozen', 'fresh'];

const anyPool = fc.record({
  parties: fc.array(
    fc.record({
      isSuspended: fc.nat({ max: 3 }).map((chance) => chance === 0),
      hasColdStore: fc.boolean(),
      region: fc.constantFrom('32.71.01.1001', '32.71.01.1002', '32.71.02.1001', '32.71.03', null),
    }),
    { minLength: 1, maxLength: 7 },
  ),
  lines: fc.uniqueArray(
    fc.record({
      koperasi: fc.nat({ max: 6 }),
      beneficiary: fc.nat({ max: 6 }),
      item: fc.nat({ max: 3 }),
      day: fc.integer({ min: 1, max: 3 }),
      quantityPacks: fc.integer({ min: 1, max: 1000 }),
      acceptsMerge: fc.boolean(),
      hasMoved: fc.boolean(),
    }),
    { maxLength: 30, selector: (line) => `${line.koperasi} ${line.beneficiary} ${line.item} ${line.day}` },
  ),
  outcomes: fc.array(fc.constantFrom(null, null, 'went-on', 'merged', 'cancelled'), {
    minLength: 4,
    maxLength: 4,
  }),
});

const districtOf = (region: string | null): string => region?.slice(0, 8) ?? CITY;

describe('the statement that forms lots', () => {
  it('equals core’s aggregateCommitments on any pool', async () => {
    await fc.assert(
      fc.asyncProperty(anyPool, async (request) => {
        const { poolId, itemIds } = await plantPool(database.owner, storages);
        const parties = new Map<string, CommittingParty>();
        for (const { region, isSuspended, hasColdStore } of request.parties) {
          const id = await plantKoperasi(database.owner, region, { isSuspended, hasColdStore });
          parties.set(id, { isSuspended, hasColdStore, districtCode: districtOf(region) });
        }
        const ids = [...parties.keys()];
        const lines: CommittedLine[] = [];
        for (const {
          koperasi,
          beneficiary,
          item,
          day,
          quantityPacks,
          acceptsMerge,
          hasMoved,
        } of request.lines) {
          if (koperasi >= ids.length || beneficiary >= ids.length) continue;
          const line = {
            itemId: itemIds[item] ?? '',
            koperasiId: ids[koperasi] ?? '',
            beneficiaryId: ids[beneficiary] ?? '',
            quantityPacks,
            acceptsMerge,
            hasMoved: hasMoved && request.outcomes[item] === 'merged',
          };
          const lineId = await plantLine(database.owner, { ...line, poolId, neededBy: `2026-12-0${day}` });
          lines.push({ ...line, lineId });
        }
        const givenUp = new Map<string, GivenUp>();
        for (const [place, outcome] of request.outcomes.entries()) {
          if (outcome === null) continue;
          await plantOutcome(database.owner, itemIds[place] ?? '', outcome);
          if (outcome !== 'went-on') givenUp.set(itemIds[place] ?? '', outcome);
        }
        for (const { lineId, hasMoved } of lines)
          if (hasMoved) await plantMove(database.owner, lineId, movedTo);
        const storageOf = new Map(itemIds.map((id, place) => [id, storages[place] ?? 'dry']));
        await database.workerDb.transaction((tx) => formLots.run(tx, poolId));
        expect(await formed(poolId)).toEqual(aggregateCommitments(lines, parties, storageOf, givenUp));
      }),
      { numRuns: 40 },
    );
  });
});
