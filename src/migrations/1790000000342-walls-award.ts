import { forward } from './forward.js';
import { ACROSS, OVERSEES, anyOf, isMine, organisesLot, seesRow } from './sight.js';
import { wall } from './wall.js';

const DEFINER = 'STABLE LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp';
/** By the database's clock; before it not even the worker reads a bid. */
const IS_DUE = 'closes_at <= clock_timestamp()';

/**
 * Bids before opening are their bidder's alone: no purpose, no overseer, no worker looks at them. After it they are
 * seen as core/bid/decide-sight says, awards as core/award/decide-award-sight does.
 */
export const WallsAward1790000000342 = forward('WallsAward1790000000342', async (runner) => {
  await runner.query(`
    CREATE FUNCTION principal_sees_bids(lot_asked uuid) RETURNS boolean ${DEFINER} AS $$
      SELECT EXISTS (
        SELECT FROM lot JOIN pool_item ON pool_item.id = item_id LEFT JOIN tender ON lot_id = lot.id
        WHERE lot.id = lot_asked AND (opened_at IS NOT NULL OR (mode = 'distribution' AND state <> 'bidding'))
          AND (state IN ('contracted', 'delivering', 'settled') OR principal_oversees() OR principal_purpose() <> ''
            OR principal_is_member(lot.pool_id)))
    $$`);
  await runner.query(`
    CREATE FUNCTION principal_sees_terms(pool_asked uuid) RETURNS boolean ${DEFINER} AS $$
      SELECT coalesce(bool_and(opened_at IS NOT NULL), false)
        AND (bool_and(state IN ('contracted', 'delivering', 'settled', 'failed')) OR principal_oversees()
          OR principal_purpose() <> '' OR principal_is_member(pool_asked))
      FROM lot LEFT JOIN tender ON lot_id = lot.id WHERE pool_id = pool_asked
    $$`);

  await wall(runner, 'bid', {
    read: anyOf(isMine('supplier_id'), 'principal_sees_bids(lot_id)'),
    write: isMine('supplier_id'),
    worker: `EXISTS (SELECT FROM tender WHERE tender.lot_id = bid.lot_id AND ${IS_DUE})`,
  });
  await wall(runner, 'bid_revision', {
    read: seesRow('bid', 'bid.id = bid_id'),
    write: seesRow('bid', `bid.id = bid_id AND ${isMine('bid.supplier_id')}`),
    worker: seesRow('bid', 'bid.id = bid_id'),
  });
  await wall(runner, 'supplier_terms_revision', {
    read: anyOf(isMine('supplier_id'), 'principal_sees_terms(pool_id)'),
    write: isMine('supplier_id'),
    worker: `EXISTS (SELECT FROM tender JOIN lot ON lot.id = tender.lot_id
      WHERE lot.pool_id = supplier_terms_revision.pool_id AND ${IS_DUE})`,
  });

  // From the proposal on a bidder sees what it may object to.
  await wall(runner, 'award', {
    read: anyOf(
      ACROSS,
      OVERSEES,
      'principal_sees_bids(lot_id)',
      `state <> 'computed' AND ${seesRow('bid', `bid.lot_id = award.lot_id AND ${isMine('bid.supplier_id')}`)}`,
    ),
    write: anyOf(ACROSS, organisesLot('lot_id')),
  });
  const ofAward = (table: string): string => seesRow('award', `award.id = ${table}.award_id`);
  for (const table of ['award_line', 'award_zone', 'award_step', 'bid_out'])
    await wall(runner, table, {
      read: anyOf(ACROSS, ofAward(table)),
      write: anyOf(
        ACROSS,
        seesRow('award', `award.id = ${table}.award_id AND ${organisesLot('award.lot_id')}`),
      ),
    });
  await wall(runner, 'award_group', {
    read: anyOf(ACROSS, seesRow('award', 'award.group_id = award_group.id')),
    write: ACROSS,
  });
  await wall(runner, 'award_share', {
    read: anyOf(
      ACROSS,
      OVERSEES,
      seesRow('commitment_line', 'commitment_line.id = line_id'),
      `EXISTS (SELECT FROM award JOIN lot ON lot.id = award.lot_id
        WHERE award.id = award_id AND principal_is_member(lot.pool_id))`,
    ),
    write: ACROSS,
  });

  // Nobody speaks for another party: not by a purpose either.
  await wall(runner, 'objection', {
    read: anyOf(
      isMine('party_id'),
      ACROSS,
      `EXISTS (SELECT FROM award WHERE award.id = award_id AND principal_sees_bids(award.lot_id))`,
    ),
    write: isMine('party_id'),
  });
  await wall(runner, 'objection_answer', {
    read: anyOf(ACROSS, seesRow('objection', 'objection.id = objection_id')),
    write: `EXISTS (SELECT FROM objection JOIN award ON award.id = award_id
      WHERE objection.id = objection_id AND ${organisesLot('award.lot_id')})`,
  });
  await wall(runner, 'contract_answer', {
    read: anyOf(isMine('supplier_id'), ACROSS, ofAward('contract_answer')),
    write: isMine('supplier_id'),
  });
});
