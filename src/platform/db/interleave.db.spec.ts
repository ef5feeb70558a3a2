import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { Interleaver, type Encounter, type Explored, type Player } from '../../../test/support/interleave.js';
import { plantPerson } from '../../../test/support/plant-lot.js';
import type { Tx } from './sql.js';

/** Two counters, told by the names of two people. */
interface World {
  readonly left: string;
  readonly right: string;
}

let test: TestDatabase;
let interleaver: Interleaver;

beforeAll(async () => {
  test = await freshDatabase();
  interleaver = await Interleaver.open(test);
});
afterAll(async () => {
  await interleaver.stop();
  await test.close();
});

const counts = (name: string, work: (tx: Tx, world: World) => Promise<void>): Player<World> => ({
  name,
  role: 'sepikul_worker',
  play: (db, world) => db.transaction((tx) => work(tx, world)),
});
const read = async (tx: Tx, id: string, lock: '' | 'FOR UPDATE'): Promise<number> =>
  Number((await tx.first<{ name: string }>(`SELECT name FROM person WHERE id = $1 ${lock}`, [id]))?.name);
const write = async (tx: Tx, id: string, count: number): Promise<void> => {
  // In one statement, for every statement more is many orders more.
  await tx.change(
    `WITH counted AS (UPDATE person SET name = $2 WHERE id = $1 RETURNING id)
     INSERT INTO audit_event (action, subject_type, subject_id) SELECT 'counted', 'person', id FROM counted`,
    [id, String(count)],
  );
};

const encounter = (...players: Player<World>[]): Encounter<World> => ({
  players,
  plant: async () => {
    const world = { left: await plantPerson(test.owner), right: await plantPerson(test.owner) };
    await test.owner.query(`UPDATE person SET name = '0' WHERE id = ANY ($1)`, [Object.values(world)]);
    return world;
  },
  observe: async ({ left, right }) =>
    (await test.owner.query('SELECT name FROM person WHERE id IN ($1, $2) ORDER BY id = $1', [left, right]))
      .rows,
});
const meet = (...players: Player<World>[]): Promise<Explored> => interleaver.explore(encounter(...players));
const meetInEvery = (...players: Player<World>[]): Promise<Explored> =>
  interleaver.explore(encounter(...players), { every: true });
const endingsOf = ({ seen, strange }: Explored): string[] =>
  [
    ...[...seen].flatMap(([ending, times]) => (times > 0 ? [ending] : [])),
    ...new Set(strange.map(({ ending }) => ending)),
  ].sort();

describe('Interleaver', () => {
  it('plays every order there is: of two times two statements and commits, twenty', async () => {
    const looks = counts('look', async (tx, { left }) => {
      await read(tx, left, '');
      await read(tx, left, '');
    });
    const { orders, strange, serial } = await meetInEvery(looks, looks);
    expect([orders, strange.length, serial.length]).toEqual([20, 0, 1]);
    // Where nobody writes, every order is as good as another.
    expect((await meet(looks, looks)).orders).toBe(1);
  });

  it('leaves out no order that ends otherwise than those it plays', async () => {
    const adds = counts('add', async (tx, { left }) => write(tx, left, (await read(tx, left, '')) + 1));
    const copies = counts('copy', async (tx, { left, right }) =>
      write(tx, right, (await read(tx, left, '')) + 5),
    );
    const locks = counts('lock', async (tx, { left, right }) => {
      await read(tx, right, 'FOR UPDATE');
      await write(tx, right, (await read(tx, left, '')) + 10);
    });
    for (const players of [
      [adds, adds],
      [adds, copies],
      [copies, locks],
    ] as const) {
      const [pruned, every] = [await meet(...players), await meetInEvery(...players)];
      expect(endingsOf(pruned)).toEqual(endingsOf(every));
      expect(pruned.orders).toBeLessThan(every.orders);
    }
  });

  it('finds an update that is lost, and says by which statements', async () => {
    const adds = counts('add', async (tx, { left }) => write(tx, left, (await read(tx, left, '')) + 1));
    const { strange } = await meet(adds, adds);
    expect(strange.length).toBeGreaterThan(0);
    expect(strange[0]?.ending).toContain('{"name":"1"}');
    expect(strange[0]?.steps).toContainEqual(expect.stringContaining('add: WITH counted'));
  });

  it('finds none where the row is locked first', async () => {
    const adds = counts('add', async (tx, { left }) =>
      write(tx, left, (await read(tx, left, 'FOR UPDATE')) + 1),
    );
    const { strange, deadlocks } = await meet(adds, adds);
    expect([strange, deadlocks]).toEqual([[], 0]);
  });

  it('counts a deadlock that ended well when it was run again', async () => {
    const moves = (from: keyof World, to: keyof World): Player<World> =>
      counts(`${from} to ${to}`, async (tx, world) => {
        await read(tx, world[from], 'FOR UPDATE');
        await read(tx, world[to], 'FOR UPDATE');
      });
    const { strange, deadlocks } = await meet(moves('left', 'right'), moves('right', 'left'));
    expect(strange).toEqual([]);
    expect(deadlocks).toBeGreaterThan(0);
  });
});
