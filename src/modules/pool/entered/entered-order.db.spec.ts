import { freshDatabase, type TestDatabase } from '../../../../test/support/database.js';
import { expectSerial, Interleaver, letTimePass, type Player } from '../../../../test/support/interleave.js';
import { KeptMessages } from '../../../../test/support/people.js';
import { as, plantMember } from '../../../../test/support/plant-member.js';
import { CITY, plantKoperasi, plantPool, plantRegions } from '../../../../test/support/plant-pool.js';
import { MOST_A_DAY, MOST_TRIES } from '../../../core/pool/entered/judge-entered.js';
import type { Principal } from '../../../platform/auth/principal.js';
import type { Db } from '../../../platform/db/db.js';
import type { DeliveredEvent } from '../../../platform/event/event.js';
import { SecretKey } from '../../../platform/secret/secret-key.js';
import { ClosePool } from '../close-pool.action.js';
import { CommitmentReader } from '../commitment.reader.js';
import { CommitmentStore } from '../commitment.store.js';
import { MergeLines } from '../merge-lines.action.js';
import { MergeStore } from '../merge.store.js';
import { PlaceCommitments } from '../place-commitments.action.js';
import { PoolMemory } from '../pool-memory.js';
import { PoolStore } from '../pool.store.js';
import { RescuePool } from '../rescue-pool.action.js';
import { RescueStore } from '../rescue.store.js';
import { AnswerOrder } from './answer-order.action.js';
import { EnterOrder } from './enter-order.action.js';
import { EnteredOrderReader } from './entered-order.reader.js';
import { EnteredOrderStore } from './entered-order.store.js';
import { OnOrderEntered } from './on-order-entered.consumer.js';
import { orderCode } from './order-code.js';

const key = new SecretKey('a-secret-of-more-than-32-characters', '');

interface World {
  readonly poolId: string;
  readonly itemId: string;
  readonly otherItemId: string;
  readonly koperasiId: string;
  readonly officer: Principal;
  readonly asked: Principal;
}

let test: TestDatabase;
beforeAll(async () => {
  test = await freshDatabase();
  await plantRegions(test.owner);
});
afterAll(() => test.close());

/** A pool that closes in a day, its organiser's officer, and a koperasi whose officer can be reached. */
const plant = async (): Promise<World> => {
  await test.owner.query(`UPDATE pool SET closes_at = now() + interval '1 year'`);
  const { poolId, organiserId, itemIds } = await plantPool(test.owner, ['dry', 'dry'], 'open');
  await test.owner.query(`UPDATE pool SET closes_at = now() + interval '1 day' WHERE id = $1`, [poolId]);
  const koperasiId = await plantKoperasi(test.owner, CITY);
  const asked = await plantMember(test.owner, 'koperasi', koperasiId, 'officer');
  await test.owner.query(`UPDATE person SET contact = '+62811000111' WHERE id = $1`, [asked.personId]);
  const officer = await plantMember(test.owner, 'organiser', organiserId, 'officer');
  const [itemId = '', otherItemId = ''] = itemIds;
  return { poolId, itemId, otherItemId, koperasiId, officer, asked };
};

const actsOn = (db: Db) => {
  const [store, commitments, reader] = [
    new EnteredOrderStore(),
    new CommitmentStore(),
    new CommitmentReader(),
  ];
  return {
    enter: new EnterOrder(db, store, commitments, reader),
    answer: new AnswerOrder(db, store, commitments, key),
    place: new PlaceCommitments(db, commitments, reader, new PoolMemory()),
  };
};

const lineOf = ({ itemId, koperasiId }: World, quantityPacks = 20) => ({
  itemId,
  beneficiaryId: koperasiId,
  neededBy: '2026-12-02',
  quantityPacks,
  tolerancePacks: 0,
  minimumPacks: 0,
  maxLandedRp: null,
  acceptsMerge: false,
});

const enter = (world: World, quantityPacks?: number, db = test.db): Promise<string> =>
  as(world.officer, () =>
    actsOn(db).enter.run(world.officer.personId, world.poolId, world.koperasiId, [
      lineOf(world, quantityPacks),
    ]),
  );
const tell = (world: World, orderId: string, code: string, db = test.db): Promise<void> =>
  as(world.officer, () => actsOn(db).answer.confirmByCode(world.officer.personId, orderId, code));
const accept = (world: World, orderId: string, db = test.db): Promise<void> =>
  as(world.asked, () => actsOn(db).answer.accept(world.asked.personId, orderId));
const refuse = (world: World, orderId: string): Promise<void> =>
  as(world.asked, () => actsOn(test.db).answer.refuse(world.asked.personId, orderId));

const linesIn = async ({ poolId }: World) =>
  (
    await test.owner.query<{ quantity_packs: number; made_by: string }>(
      'SELECT quantity_packs, made_by FROM commitment_line WHERE pool_id = $1',
      [poolId],
    )
  ).rows;
const auditOf = async (orderId: string) =>
  (
    await test.owner.query<{ action: string; actor_id: string; data: Record<string, unknown> }>(
      'SELECT action, actor_id, data FROM audit_event WHERE subject_id = $1 ORDER BY id',
      [orderId],
    )
  ).rows;
const wrong = (orderId: string): string =>
  orderCode(key, orderId) === '0000 0000' ? '1111 1111' : '0000 0000';

describe('an order that an organiser enters for a koperasi', () => {
  it('counts for nothing until the code is told, then is the koperasi’s own, once', async () => {
    const world = await plant();
    const orderId = await enter(world);
    expect(await linesIn(world)).toEqual([]);
    await expect(tell(world, orderId, wrong(orderId))).rejects.toMatchObject({ code: 'ORDER_CODE_WRONG' });
    await tell(world, orderId, orderCode(key, orderId).replace(' ', ''));
    await tell(world, orderId, orderCode(key, orderId));
    expect(await linesIn(world)).toEqual([{ quantity_packs: 20, made_by: world.asked.personId }]);
    expect((await auditOf(orderId)).map(({ action, actor_id }) => [action, actor_id])).toEqual([
      ['order-entered', world.officer.personId],
      ['order-code-refused', world.officer.personId],
      ['entered-order-confirmed', world.officer.personId],
    ]);
    expect((await auditOf(orderId)).at(-1)?.data).toMatchObject({
      by: 'code',
      enteredBy: world.officer.personId,
      madeBy: world.asked.personId,
      koperasiId: world.koperasiId,
    });
    await expect(refuse(world, orderId)).rejects.toMatchObject({ code: 'ENTERED_ORDER_ENDED' });
  });

  it('is locked after five wrong codes, however many come at once; its koperasi can still approve it', async () => {
    const world = await plant();
    const orderId = await enter(world);
    const tries = await Promise.allSettled(
      Array.from({ length: 12 }, () => tell(world, orderId, wrong(orderId))),
    );
    expect(tries.every(({ status }) => status === 'rejected')).toBe(true);
    const { rows } = await test.owner.query('SELECT tries FROM entered_order WHERE id = $1', [orderId]);
    expect(rows).toEqual([{ tries: MOST_TRIES }]);
    await expect(tell(world, orderId, orderCode(key, orderId))).rejects.toMatchObject({
      code: 'ORDER_CODE_LOCKED',
    });
    await accept(world, orderId);
    await accept(world, orderId);
    expect(await linesIn(world)).toHaveLength(1);
  });

  it('is refused for good, replaced by the next, and entered so often a day', async () => {
    const world = await plant();
    const first = await enter(world);
    const second = await enter(world, 30);
    await expect(accept(world, first)).rejects.toMatchObject({ code: 'ENTERED_ORDER_ENDED' });
    await refuse(world, second);
    await refuse(world, second);
    await expect(tell(world, second, orderCode(key, second))).rejects.toMatchObject({
      code: 'ENTERED_ORDER_ENDED',
    });
    for (let count = 2; count < MOST_A_DAY; count += 1) await enter(world);
    await expect(enter(world)).rejects.toMatchObject({ code: 'ENTERED_TOO_OFTEN' });
    expect(await linesIn(world)).toEqual([]);
  });

  it('is not taken late, nor from its own writer, nor where the koperasi ordered by itself meanwhile', async () => {
    const late = await plant();
    const lateId = await enter(late);
    await test.owner.query(`UPDATE pool SET closes_at = clock_timestamp() WHERE id = $1`, [late.poolId]);
    await expect(tell(late, lateId, orderCode(key, lateId))).rejects.toMatchObject({
      code: 'POOL_ALREADY_CLOSED',
    });
    expect(await linesIn(late)).toEqual([]);

    const world = await plant();
    const orderId = await enter(world);
    await expect(
      as(world.officer, () => actsOn(test.db).answer.accept(world.officer.personId, orderId)),
    ).rejects.toMatchObject({ code: 'ENTERED_BY_YOURSELF' });
    await as(world.asked, () =>
      actsOn(test.db).place.run(world.asked.personId, world.poolId, world.koperasiId, [lineOf(world, 7)]),
    );
    await expect(tell(world, orderId, orderCode(key, orderId))).rejects.toMatchObject({
      code: 'COMMITMENT_EXISTS',
    });
    await expect(enter(world)).rejects.toMatchObject({ code: 'COMMITMENT_EXISTS' });
    expect(await linesIn(world)).toEqual([{ quantity_packs: 7, made_by: world.asked.personId }]);
  });

  it('sends its code to who is asked, and to nobody where nobody can be reached', async () => {
    const world = await plant();
    const messages = new KeptMessages();
    const consumer = new OnOrderEntered(messages, key);
    const send = (orderId: string) =>
      test.workerDb.transaction((tx) =>
        consumer.handle(tx, { payload: { orderId } } as DeliveredEvent<{ orderId: string }>),
      );
    const orderId = await enter(world);
    await send(orderId);
    await send(orderId);
    expect(messages.sent.map(({ id, to }) => [id, to])).toEqual([
      [orderId, '+62811000111'],
      [orderId, '+62811000111'],
    ]);
    expect(messages.sent[0]?.text).toContain(orderCode(key, orderId));
    const { rows } = await test.owner.query('SELECT to_jsonb(entered_order)::text AS row FROM entered_order');
    const kept = (rows as { row: string }[]).map(({ row }) => row).join('\n');
    expect(kept).not.toContain(orderCode(key, orderId));

    await test.owner.query('UPDATE person SET contact = NULL WHERE id = $1', [world.asked.personId]);
    const silent = await enter(world);
    await send(silent);
    expect(messages.sent).toHaveLength(2);
    await expect(tell(world, silent, orderCode(key, silent))).rejects.toMatchObject({
      code: 'ORDER_CODE_NOT_SENT',
    });
  });

  it('is seen by its koperasi and its organiser, and by no other party', async () => {
    const [world, other] = [await plant(), await plant()];
    const orderId = await enter(world);
    const reader = new EnteredOrderReader();
    const seenBy = async (principal: Principal): Promise<string[]> => {
      const rows = await as(principal, () =>
        reader.page(test.db, { poolId: null, isWaiting: true }, null, 10),
      );
      return rows.map(({ id }) => id);
    };
    expect(await seenBy(world.asked)).toEqual([orderId]);
    expect(await seenBy(world.officer)).toEqual([orderId]);
    expect(await seenBy(other.asked)).toEqual([]);
    expect(await seenBy(other.officer)).toEqual([]);
  });
});

describe('an entered order and what comes at the same time, in every order of their statements', () => {
  let interleaver: Interleaver;
  beforeAll(async () => {
    interleaver = await Interleaver.open(test);
  });
  afterAll(() => interleaver.stop());

  interface Entered extends World {
    readonly orderId: string;
  }
  const plantEntered = async (): Promise<Entered> => {
    const world = await plant();
    return { ...world, orderId: await enter(world) };
  };
  const observe = async ({ poolId, orderId }: Entered): Promise<unknown> => {
    const { rows } = await test.owner.query(
      `SELECT (SELECT state FROM pool WHERE id = $1) AS pool, outcome, confirmed_by,
         (SELECT count(*)::int FROM commitment_line WHERE pool_id = $1) AS lines,
         (SELECT count(*)::int FROM entered_order AS every WHERE every.pool_id = $1 AND every.outcome IS NULL) AS waiting
       FROM entered_order WHERE id = $2`,
      [poolId, orderId],
    );
    return rows[0];
  };
  const closePool = (db: Db): ClosePool =>
    new ClosePool(db, new PoolStore(), new RescuePool(new RescueStore(), new MergeLines(new MergeStore())));
  const players = {
    tells: {
      name: 'tell the code',
      role: 'sepikul_app',
      play: (db, world) => tell(world, world.orderId, orderCode(key, world.orderId), db),
    },
    approves: {
      name: 'accept',
      role: 'sepikul_app',
      play: (db, world) => accept(world, world.orderId, db),
    },
    enters: {
      name: 'enter another',
      role: 'sepikul_app',
      play: (db, world) => enter(world, 30, db).then(() => null),
    },
    closes: {
      name: 'close when its time is up',
      role: 'sepikul_worker',
      play: async (db) => {
        await letTimePass(db);
        await closePool(db).due();
        return null;
      },
    },
  } satisfies Record<string, Player<Entered>>;

  it.each([
    ['tell the code and close', ['tells', 'closes']],
    ['tell the code and approve', ['tells', 'approves']],
    ['approve and enter another', ['approves', 'enters']],
  ] as const)(
    '%s end as one after the other',
    async (_, names) => {
      const explored = await interleaver.explore({
        plant: plantEntered,
        players: names.map((name) => players[name]),
        // A schedule that found the pool held comes again.
        conclude: (workerDb) => closePool(workerDb).due(),
        observe,
      });
      expectSerial(explored);
    },
    600_000,
  );
});
