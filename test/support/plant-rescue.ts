import type { Client } from 'pg';
import { ClosePool } from '../../src/modules/pool/close-pool.action.js';
import { MergeLines } from '../../src/modules/pool/merge-lines.action.js';
import { MergeStore } from '../../src/modules/pool/merge.store.js';
import { PoolStore } from '../../src/modules/pool/pool.store.js';
import { RescuePool } from '../../src/modules/pool/rescue-pool.action.js';
import { RescueStore } from '../../src/modules/pool/rescue.store.js';
import type { RescueDeclaration } from '../../src/core/pool/declare-rescue.js';
import type { Db } from '../../src/platform/db/db.js';
import { auditPlanting } from './audit-planting.js';
import type { TestDatabase } from './database.js';
import { playLots } from './play-lots.js';
import {
  plantKoperasi,
  plantLine,
  plantPool,
  plantRegions,
  type LineToPlant,
  type PlantedPool,
} from './plant-pool.js';
import { plantPerson } from './plant-lot.js';

export const closing = (db: Db, store = new PoolStore()): ClosePool =>
  new ClosePool(db, store, new RescuePool(new RescueStore(), new MergeLines(new MergeStore())));

/** A day of need far enough for any pool of these specs. */
export const NEEDED = '2090-06-01';

export interface PoolFate {
  readonly state: string;
  readonly closeReason: string | null;
  readonly leftS: number;
}

/** Pools that declare a rescue, and what specs ask about them. */
export interface RescueScene {
  readonly koperasi: readonly string[];
  readonly personId: string;
  /** An open pool of two goods that declared this; `rice` is the minimum of the first. */
  aPool(rescue?: Partial<RescueDeclaration> & { rice?: number }, closesInS?: number): Promise<PlantedPool>;
  /** A line of the first item, of the koperasi in this place. */
  aLine(pool: PlantedPool, of: number, packs: number, change?: Partial<LineToPlant>): Promise<string>;
  passTime(pool: PlantedPool): Promise<void>;
  /** No pool of one test takes in the lines of another. */
  endAll(): Promise<void>;
  form(pool: PlantedPool): Promise<void>;
  fateOf(pool: PlantedPool): Promise<PoolFate>;
  countOf(text: string, ...params: unknown[]): Promise<number>;
  eventsOf(pool: PlantedPool): Promise<string[]>;
  toldTo(partyId: string | undefined, pool: PlantedPool): Promise<string[]>;
  endsOf(pool: PlantedPool): Promise<Record<string, string>>;
  /** Lines of these pools without one end. */
  brokenPromises(...pools: readonly PlantedPool[]): Promise<unknown[]>;
}

const declare = async (
  owner: Client,
  db: Db,
  { poolId }: PlantedPool,
  { rice, ...rescue }: Partial<RescueDeclaration> & { rice?: number },
): Promise<void> => {
  const { rows } = await owner.query<{ id: string; packCode: string }>(
    `SELECT id, pack_code AS "packCode" FROM pool_item WHERE pool_id = $1 ORDER BY position`,
    [poolId],
  );
  const minimums = rice === undefined ? [] : [{ packCode: rows[0]?.packCode ?? '', minimumPacks: rice }];
  const declared = {
    extendByS: null,
    otherwise: 'go-on',
    acceptsMerged: false,
    minimums,
    ...rescue,
  } as const;
  await db.transaction(async (tx) => {
    await new RescueStore().declare(tx, poolId, declared, rows);
    await auditPlanting(tx);
  });
};

export const openRescueScene = async ({ owner, db, workerDb }: TestDatabase): Promise<RescueScene> => {
  await plantRegions(owner);
  const personId = await plantPerson(owner);
  const koperasi: string[] = [];
  for (const village of ['32.71.01.1001', '32.71.01.1002', '32.71.02.1001'])
    koperasi.push(await plantKoperasi(owner, village));
  const rowsOf = async <Row>(text: string, ...params: unknown[]): Promise<Row[]> =>
    (await owner.query(text, params)).rows as Row[];
  return {
    koperasi,
    personId,
    aPool: async (rescue = {}, closesInS = 0) => {
      const pool = await plantPool(owner, ['dry', 'dry'], 'open');
      await owner.query(
        `UPDATE pool SET state = 'draft', opened_at = NULL, closed_at = NULL, needed_from = '2090-01-01',
           needed_until = '2090-12-31', closes_at = clock_timestamp() + make_interval(secs => $2) WHERE id = $1`,
        [pool.poolId, closesInS],
      );
      await declare(owner, db, pool, rescue);
      await owner.query(`UPDATE pool SET state = 'open', opened_at = now() WHERE id = $1`, [pool.poolId]);
      return pool;
    },
    aLine: (pool, of, quantityPacks, change = {}) =>
      plantLine(owner, {
        poolId: pool.poolId,
        itemId: pool.itemIds[0] ?? '',
        koperasiId: koperasi[of] ?? '',
        quantityPacks,
        neededBy: NEEDED,
        ...change,
      }),
    passTime: async ({ poolId }) => {
      await owner.query(`UPDATE pool SET closes_at = clock_timestamp() - interval '1 second' WHERE id = $1`, [
        poolId,
      ]);
    },
    endAll: async () => {
      await owner.query(
        `UPDATE pool SET state = 'settled', opened_at = now(), closed_at = now() WHERE state <> 'cancelled'`,
      );
    },
    form: ({ poolId }) => playLots(workerDb, poolId),
    fateOf: async ({ poolId }) => {
      const [fate] = await rowsOf<PoolFate>(
        `SELECT state, close_reason AS "closeReason", extract(epoch FROM closes_at - now())::float AS "leftS" FROM pool WHERE id = $1`,
        poolId,
      );
      if (fate === undefined) throw new Error('no such pool');
      return fate;
    },
    countOf: async (text, ...params) =>
      (await rowsOf<{ count: number }>(`SELECT count(*)::int AS count FROM ${text}`, ...params))[0]?.count ??
      -1,
    eventsOf: async ({ poolId }) =>
      (
        await rowsOf<{ type: string }>(
          `SELECT type FROM outbox WHERE payload->>'poolId' = $1 ORDER BY id`,
          poolId,
        )
      ).map(({ type }) => type),
    toldTo: async (partyId, { poolId }) =>
      (
        await rowsOf<{ kind: string }>(
          'SELECT kind FROM happening WHERE party_id = $1 AND subject_id = $2 ORDER BY told_at, id',
          partyId,
          poolId,
        )
      ).map(({ kind }) => kind),
    endsOf: async ({ poolId }) =>
      Object.fromEntries(
        (
          await rowsOf<{ line: string; ending: string }>(
            `SELECT line_id AS line, coalesce(refusal, 'lot') AS ending
             FROM lot_membership JOIN commitment_line ON id = line_id WHERE pool_id = $1`,
            poolId,
          )
        ).map(({ line, ending }) => [line, ending]),
      ),
    brokenPromises: (...pools) =>
      rowsOf(
        `SELECT detail FROM p07_every_line_has_one_end
         WHERE subject IN (SELECT id::text FROM commitment_line WHERE pool_id = ANY ($1))`,
        pools.map(({ poolId }) => poolId),
      ),
  };
};
