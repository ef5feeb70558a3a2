import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { Interleaver, letTimePass, type Explored, type Player } from '../../../test/support/interleave.js';
import { plantPerson } from '../../../test/support/plant-lot.js';
import { playBroken } from '../../../test/support/play-distribution.js';
import { CITY, plantKoperasi, plantLine, plantPool, plantRegions } from '../../../test/support/plant-pool.js';
import { AmendCommitment } from './amend-commitment.action.js';
import { ClosePool } from './close-pool.action.js';
import { CommitmentReader } from './commitment.reader.js';
import { CommitmentStore } from './commitment.store.js';
import { MergeLines } from './merge-lines.action.js';
import { MergeStore } from './merge.store.js';
import { PlaceCommitments } from './place-commitments.action.js';
import { PoolMemory } from './pool-memory.js';
import { PoolStore } from './pool.store.js';
import { RescuePool } from './rescue-pool.action.js';
import { RescueStore } from './rescue.store.js';
import { WithdrawCommitment } from './withdraw-commitment.action.js';

interface World {
  readonly poolId: string;
  readonly itemId: string;
  readonly otherItemId: string;
  readonly koperasiId: string;
  readonly lineId: string;
}

let test: TestDatabase;
let interleaver: Interleaver;
let personId: string;

beforeAll(async () => {
  test = await freshDatabase();
  await plantRegions(test.owner);
  personId = await plantPerson(test.owner);
  interleaver = await Interleaver.open(test);
});
afterAll(async () => {
  await interleaver.stop();
  await test.close();
});

/** An open pool that closes in a day, and a koperasi with one line of 20 packs in it. */
const plant = async (): Promise<World> => {
  // Only this world's pool ever falls due.
  await test.owner.query(`UPDATE pool SET closes_at = now() + interval '1 year'`);
  const { poolId, itemIds } = await plantPool(test.owner, ['dry', 'dry'], 'open');
  await test.owner.query(`UPDATE pool SET closes_at = now() + interval '1 day' WHERE id = $1`, [poolId]);
  const koperasiId = await plantKoperasi(test.owner, CITY);
  const [itemId = '', otherItemId = ''] = itemIds;
  const lineId = await plantLine(test.owner, { poolId, itemId, koperasiId, quantityPacks: 20 });
  return { poolId, itemId, otherItemId, koperasiId, lineId };
};

const observe = async ({ poolId, itemId }: World): Promise<unknown> => {
  const { rows } = await test.owner.query(
    `SELECT state, (SELECT json_agg(json_build_array(item_id = $2, state, version, quantity_packs) ORDER BY item_id = $2, version)
       FROM commitment_line WHERE pool_id = pool.id) AS lines,
       ARRAY(SELECT type FROM outbox WHERE payload ->> 'poolId' = pool.id::text ORDER BY type) AS events,
       ARRAY(SELECT action FROM audit_event WHERE subject_id = pool.id::text OR subject_id IN
         (SELECT id::text FROM commitment_line WHERE pool_id = pool.id) ORDER BY action) AS audited,
       (SELECT count(*)::int FROM commitment_revision JOIN commitment_line ON commitment_line.id = line_id WHERE pool_id = pool.id) AS revisions
     FROM pool WHERE id = $1`,
    [poolId, itemId],
  );
  return rows[0];
};

const closes: Player<World> = {
  name: 'close',
  role: 'sepikul_app',
  play: (db, { poolId }) =>
    new ClosePool(
      db,
      new PoolStore(),
      new RescuePool(new RescueStore(), new MergeLines(new MergeStore())),
    ).byHand(personId, poolId, 'uji'),
};
const closesWhenDue: Player<World> = {
  name: 'the time comes and it is closed',
  role: 'sepikul_worker',
  play: async (db) => {
    await letTimePass(db);
    return new ClosePool(
      db,
      new PoolStore(),
      new RescuePool(new RescueStore(), new MergeLines(new MergeStore())),
    ).due();
  },
};
const commits = (quantityPacks = 5): Player<World> => ({
  name: `commit ${quantityPacks}`,
  role: 'sepikul_app',
  play: async (db, { poolId, otherItemId, koperasiId }) => {
    const placeCommitments = new PlaceCommitments(
      db,
      new CommitmentStore(),
      new CommitmentReader(),
      new PoolMemory(),
    );
    const lines = await placeCommitments.run(personId, poolId, koperasiId, [
      {
        itemId: otherItemId,
        beneficiaryId: koperasiId,
        neededBy: '2026-12-02',
        quantityPacks,
        tolerancePacks: 0,
        minimumPacks: 0,
        maxLandedRp: null,
        acceptsMerge: false,
      },
    ]);
    return lines.map((line) => line.quantityPacks);
  },
});
const amends = (quantityPacks: number): Player<World> => ({
  name: `amend to ${quantityPacks}`,
  role: 'sepikul_app',
  play: (db, { poolId, lineId }) =>
    new AmendCommitment(db, new CommitmentStore()).run(personId, poolId, lineId, 1, { quantityPacks }),
});
const withdraws: Player<World> = {
  name: 'withdraw',
  role: 'sepikul_app',
  play: (db, { poolId, lineId }) =>
    new WithdrawCommitment(db, new CommitmentStore()).run(personId, poolId, lineId, 1),
};

const meet = async (...players: Player<World>[]): Promise<Explored> => {
  const explored = await interleaver.explore({ plant, players, observe });
  expect(explored.strange).toEqual([]);
  expect(explored.deadlocks).toBe(0);
  return explored;
};

describe('what meets in a pool, in every order of its statements', () => {
  const pairs: [string, () => Player<World>[]][] = [
    ['close and commit', () => [closes, commits()]],
    ['close when its time is up and commit', () => [closesWhenDue, commits()]],
    ['withdraw and close', () => [withdraws, closes]],
    ['amend and close', () => [amends(30), closes]],
    ['amend and amend', () => [amends(30), amends(40)]],
    ['amend and withdraw', () => [amends(30), withdraws]],
    ['commit and commit, of the same line', () => [commits(5), commits(6)]],
    ['commit and the same commit again', () => [commits(5), commits(5)]],
    ['close and close', () => [closes, closes]],
  ];
  it.each(pairs)(
    '%s end as one after the other',
    async (_, players) => {
      const { orders, seen } = await meet(...players());
      expect(orders).toBeGreaterThan(1);
      expect([...seen.values()].every((times) => times > 0)).toBe(true);
    },
    600_000,
  );

  afterAll(async () => {
    const broken = await playBroken(test.auditorDb);
    // No worker passes events on here, and they may have waited for minutes.
    expect(broken.filter(({ promise }) => !promise.startsWith('p11'))).toEqual([]);
  });
});
