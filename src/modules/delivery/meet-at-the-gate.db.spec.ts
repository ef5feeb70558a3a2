import type { CountedLine } from '../../core/delivery/receive-drop.js';
import { freshDatabase, type TestDatabase } from '../../../test/support/database.js';
import { expectSerial, Interleaver, type Player } from '../../../test/support/interleave.js';
import { plantAllocation, plantPool, type PlantedPool } from '../../../test/support/plant-allocation.js';
import { plantParty } from '../../../test/support/plant-lot.js';
import { playDispatch, playPlans } from '../../../test/support/play-delivery.js';
import { playBroken } from '../../../test/support/play-distribution.js';
import { DeliveryStore } from './delivery.store.js';
import { DispatchDrop } from './dispatch-drop.action.js';
import { ReceiveDrop } from './receive-drop.action.js';

interface World {
  readonly pool: PlantedPool;
  readonly lotId: string;
  readonly lineId: string;
  readonly dropIds: readonly string[];
}

let test: TestDatabase;
let interleaver: Interleaver;
let supplierId: string;

beforeAll(async () => {
  test = await freshDatabase();
  interleaver = await Interleaver.open(test);
  supplierId = await plantParty(test.owner, 'supplier');
});
afterAll(async () => {
  await interleaver.stop();
  await test.close();
});

/** A lot for two koperasi, a drop each, that have left or not. */
const plant = (isDispatched: boolean) => async (): Promise<World> => {
  const pool = await plantPool(test.owner);
  const koperasi = [await plantParty(test.owner, 'koperasi'), await plantParty(test.owner, 'koperasi')];
  const { lotId, lineIds } = await plantAllocation(
    test.owner,
    pool,
    koperasi.map((koperasiId) => ({ koperasiId, supplierId, packs: 30 })),
  );
  const dropIds = await playPlans(test.db, pool, lotId);
  if (isDispatched) for (const dropId of dropIds) await playDispatch(test.db, pool, dropId);
  const { rows } = await test.owner.query<{ id: string }>(
    'SELECT line_id AS id FROM drop_line WHERE drop_id = $1 AND line_id = ANY ($2)',
    [dropIds[0], lineIds],
  );
  return { pool, lotId, lineId: rows[0]?.id ?? '', dropIds };
};

const observe = async ({ lotId, dropIds }: World): Promise<unknown> => {
  const { rows } = await test.owner.query(
    `SELECT state,
       (SELECT json_agg(json_build_array(id = $2, state, replace(delivery_note, id::text, 'itself')) ORDER BY id = $2) FROM delivery_drop WHERE id = ANY ($3)) AS drops,
       (SELECT json_agg(json_build_array(drop_id = $2, accepted_packs, missing_packs) ORDER BY drop_id = $2)
        FROM drop_line WHERE drop_id = ANY ($3)) AS lines,
       ARRAY(SELECT type FROM outbox WHERE payload ->> 'dropId' = ANY ($3::text[]) ORDER BY type) AS events,
       ARRAY(SELECT action FROM audit_event WHERE subject_id = ANY ($3::text[]) OR subject_id = lot.id::text ORDER BY action) AS audited
     FROM lot WHERE id = $1`,
    [lotId, dropIds[0], dropIds],
  );
  return rows[0];
};

const dispatches = (note: string): Player<World> => ({
  name: `leaves with ${note}`,
  role: 'sepikul_app',
  play: (db, { pool, dropIds }) =>
    new DispatchDrop(db, new DeliveryStore()).run(pool.personId, dropIds[0] ?? '', note),
});
const receives = (missingPacks: number): Player<World> => ({
  name: `received, ${missingPacks} missing`,
  role: 'sepikul_app',
  play: (db, { pool, dropIds, lineId }) => {
    const count: CountedLine = {
      lineId,
      acceptedPacks: 30 - missingPacks,
      quarantinedPacks: 0,
      damagedPacks: 0,
      missingPacks,
    };
    return new ReceiveDrop(db, new DeliveryStore()).run(pool.personId, dropIds[0] ?? '', [count]);
  },
});

describe('what meets at the gate, in every order of its statements', () => {
  const pairs: [string, () => Promise<World>, () => Player<World>[]][] = [
    ['receive and receive, counted otherwise', plant(true), () => [receives(0), receives(2)]],
    ['receive and receive, counted the same', plant(true), () => [receives(2), receives(2)]],
    ['dispatch and receive', plant(false), () => [dispatches('SJ-1'), receives(2)]],
    [
      'dispatch and dispatch, with another note',
      plant(false),
      () => [dispatches('SJ-1'), dispatches('SJ-2')],
    ],
  ];
  it.each(pairs)('%s end as one after the other', async (_, planted, players) => {
    const explored = await interleaver.explore({ plant: planted, players: players(), observe });
    expectSerial(explored);
  });

  afterAll(async () => {
    const broken = await playBroken(test.auditorDb);
    // No worker passes events on here, and they may have waited for minutes.
    expect(broken.filter(({ promise }) => !promise.startsWith('p11'))).toEqual([]);
  });
});
