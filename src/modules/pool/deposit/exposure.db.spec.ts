import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { plantDepositRule } from '../../../../test/support/play-deposit.js';
import { plantPerson } from '../../../../test/support/plant-lot.js';
import {
  CITY,
  plantKoperasi,
  plantPool,
  plantRegions,
  type PlantedPool,
} from '../../../../test/support/plant-pool.js';
import { newId } from '../../../platform/new-id.js';
import { raiseDue } from '../../payment/index.js';
import { AmendCommitment } from '../amend-commitment.action.js';
import { CommitmentReader } from '../commitment.reader.js';
import { CommitmentStore } from '../commitment.store.js';
import { PlaceCommitments, type RequestedLine } from '../place-commitments.action.js';
import { PoolMemory } from '../pool-memory.js';
import { ExposureReader } from './exposure.reader.js';
import { SetLimit } from './set-limit.action.js';

let database: TestDatabase;
let personId: string;
let pool: PlantedPool;
let koperasiId: string;
let place: PlaceCommitments;
const reader = new ExposureReader();

/** A sack at the ceiling. */
const SACK_RP = 600_000;

beforeAll(async () => {
  database = await freshDatabase();
  await plantRegions(database.owner);
  personId = await plantPerson(database.owner);
});
beforeEach(async () => {
  pool = await plantPool(database.owner, ['dry', 'dry'], 'open');
  await plantDepositRule(database.owner, pool.poolId, { rateBps: 0 });
  await database.owner.query('UPDATE party SET region_code = $2 WHERE id = $1', [pool.organiserId, CITY]);
  koperasiId = await plantKoperasi(database.owner, CITY);
  place = new PlaceCommitments(database.db, new CommitmentStore(), new CommitmentReader(), new PoolMemory());
});
afterAll(() => database.close());

const limitTo = (limitRp: number | null): Promise<string> =>
  new SetLimit(database.db).run(personId, pool.organiserId, { koperasiId, limitRp });
const line = (item: number, quantityPacks: number): RequestedLine => ({
  itemId: pool.itemIds[item] ?? '',
  beneficiaryId: koperasiId,
  neededBy: '2026-12-02',
  quantityPacks,
  tolerancePacks: 0,
  minimumPacks: 0,
  maxLandedRp: null,
  acceptsMerge: false,
});
const run = (...lines: RequestedLine[]) => place.run(personId, pool.poolId, koperasiId, lines);
const standing = () => reader.standing(database.db, pool.organiserId, koperasiId);

describe('a limit on what a koperasi orders and owes', () => {
  it('takes what fits, refuses what does not, and says what would', async () => {
    await limitTo(10 * SACK_RP);
    await run(line(0, 6));
    await expect(run(line(1, 5))).rejects.toThrow('Rp2,400,000 is left. Of this line 4 packs would fit');
    await run(line(1, 4));
    expect(await standing()).toEqual({ limitRp: 10 * SACK_RP, unpaidRp: 0, committedRp: 10 * SACK_RP });
  });

  it('holds when two orders come at one moment', async () => {
    await limitTo(10 * SACK_RP);
    const outcomes = await Promise.allSettled([run(line(0, 6)), run(line(1, 6))]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  });

  it('counts what is unpaid, takes what is less all the same, and is lifted from a moment on', async () => {
    const [placed] = await run(line(0, 8));
    await limitTo(10 * SACK_RP);
    await database.workerDb.transaction((tx) =>
      raiseDue(tx, {
        kind: 'payment-request',
        subjectId: newId(),
        payerId: koperasiId,
        payeeId: pool.organiserId,
        poolId: null,
        amountRp: 5 * SACK_RP,
        dueAt: null,
      }),
    );
    expect(await standing()).toMatchObject({ unpaidRp: 5 * SACK_RP, committedRp: 8 * SACK_RP });
    const amend = new AmendCommitment(database.db, new CommitmentStore());
    const toPacks = (quantityPacks: number, version: number) =>
      amend.run(personId, pool.poolId, placed?.id ?? '', version, { quantityPacks });
    await expect(toPacks(9, 1)).rejects.toThrow('EXPOSURE_ABOVE_LIMIT');
    await toPacks(3, 1);
    await toPacks(5, 2);
    await expect(toPacks(6, 3)).rejects.toThrow('EXPOSURE_ABOVE_LIMIT');
    await limitTo(null);
    await toPacks(60, 3);
    const [last] = await reader.limits(database.db, koperasiId, null, 1);
    expect(last).toMatchObject({ limitRp: null, isInForce: true });
    expect(await reader.limits(database.db, koperasiId, last?.id ?? null, 10)).toMatchObject([
      { limitRp: 10 * SACK_RP, isInForce: false },
    ]);
  });

  it('is listed by the name of the other, page by page, each once', async () => {
    const others = [];
    for (let count = 0; count < 4; count += 1)
      others.push(await plantKoperasi(database.owner, `${CITY}.01.1001`));
    // Two of one name.
    await database.owner.query(`UPDATE party SET name = 'Koperasi Kembar' WHERE id = ANY ($1)`, [
      others.slice(0, 2),
    ]);
    const set = new SetLimit(database.db);
    for (const id of others) await set.run(personId, pool.organiserId, { koperasiId: id, limitRp: 1 });
    const whole = await reader.ofParty(database.db, pool.organiserId, null, 200);
    const pages = [];
    for (let after: string | null = null; ;) {
      const page = await reader.ofParty(database.db, pool.organiserId, after, 2);
      pages.push(...page);
      after = page.at(-1)?.koperasiId ?? null;
      if (page.length < 2) break;
    }
    expect(pages).toEqual(whole);
    expect(new Set(whole.map((one) => one.koperasiId))).toEqual(
      new Set([...others, ...whole.map((one) => one.koperasiId)]),
    );
    expect(await reader.ofParty(database.db, others[0] ?? '', null, 10)).toMatchObject([
      { organiserId: pool.organiserId, limitRp: 1 },
    ]);
  });

  it('is set by an organiser for koperasi of its region', async () => {
    const far = await plantKoperasi(database.owner, null);
    const set = new SetLimit(database.db);
    await expect(set.run(personId, pool.organiserId, { koperasiId: far, limitRp: 1 })).rejects.toThrow(
      'KOPERASI_OUT_OF_REACH',
    );
    await expect(
      set.run(personId, pool.organiserId, { koperasiId: pool.organiserId, limitRp: 1 }),
    ).rejects.toThrow('NOT_A_KOPERASI');
  });
});
