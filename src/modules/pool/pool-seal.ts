import {
  declareSeal,
  standardSeal,
  type NamedPerson,
  type PoolSeal,
  type SealRequest,
} from '../../core/pool/declare-seal.js';
import type { PoolSide } from '../../core/pool/side.js';
import type { Sql, Tx } from '../../platform/db/sql.js';
import type { PoolSealView } from './pool-seal.dto.js';

/** Kinds of parties that may bid, by the side of the pool. */
const bidders: Readonly<Record<PoolSide, readonly string[]>> = {
  buy: ['supplier'],
  sell: ['supplier', 'kitchen', 'koperasi'],
};

const peopleOf = async (
  sql: Sql,
  organiserId: string,
  side: PoolSide,
  { holderPersonIds = [], deputyId = null }: SealRequest,
): Promise<Map<string, NamedPerson>> => {
  const named = [...holderPersonIds, ...(deputyId === null ? [] : [deputyId])];
  if (named.length === 0) return new Map();
  const people = await sql.rows<NamedPerson>(
    'SELECT person_id, roles, is_bidder FROM named_for_seal($1, $2, $3)',
    [named, organiserId, bidders[side]],
  );
  return new Map(people.map((person) => [person.personId, person]));
};

/** Keeps what a pool declares of its seal; one that declares nothing keeps nothing. @throws Refusal */
export const keepSeal = async (
  tx: Tx,
  poolId: string,
  { organiserId, side = 'buy', seal }: { organiserId: string; side?: PoolSide; seal?: SealRequest },
): Promise<void> => {
  if (seal === undefined) return;
  const declared = declareSeal(seal, await peopleOf(tx, organiserId, side, seal));
  await tx.change(
    `INSERT INTO pool_seal (pool_id, mode, open_within_hours, deputy_id, shows_bid_count) VALUES ($1, $2, $3, $4, $5)`,
    [poolId, declared.mode, declared.openWithinHours, declared.deputyId, declared.showsBidCount],
  );
  await tx.change(
    `INSERT INTO pool_seal_holder (pool_id, place, person_id)
     SELECT $1, place, person_id FROM unnest($2::uuid[]) WITH ORDINALITY AS holder (person_id, place)`,
    [poolId, declared.holderPersonIds],
  );
};

/** What a pool declared of its seal; what is usual where it declared nothing. */
export const sealOf = async (sql: Sql, poolId: string): Promise<PoolSeal> => {
  const declared = await sql.first<PoolSeal>(
    `SELECT mode, open_within_hours, deputy_id, shows_bid_count, ARRAY(
       SELECT person_id::text FROM pool_seal_holder WHERE pool_seal_holder.pool_id = pool_seal.pool_id ORDER BY place
     ) AS holder_person_ids FROM pool_seal WHERE pool_id = $1`,
    [poolId],
  );
  return declared ?? standardSeal;
};

/** The seal as the public sees it: without the people. */
export const showSeal = (seal: PoolSeal): PoolSealView => ({
  mode: seal.mode,
  openWithinHours: seal.openWithinHours,
  hasDeputy: seal.deputyId !== null,
  showsBidCount: seal.showsBidCount,
  holderCount: seal.holderPersonIds.length,
});
