import { forward } from './forward.js';
import { ACROSS, OVERSEES, anyOf, isMine, organisesPool, seesRow } from './sight.js';
import { wall } from './wall.js';

const DEFINER = 'STABLE LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp';

/** Drafts of pools, kitchens' weeks, and commitments: a koperasi's own, its pool's organiser's, and of who oversees. */
export const WallsPool1790000000341 = forward('WallsPool1790000000341', async (runner) => {
  // A line for somebody else than its koperasi is a kitchen's: few, so that intake does not pay for it.
  await runner.query(
    `CREATE INDEX commitment_line_beneficiary ON commitment_line (beneficiary_id, pool_id) WHERE beneficiary_id <> koperasi_id`,
  );
  // By the owner's right, for it is asked by the policies of what it reads. It tells of the principal only.
  await runner.query(`
    CREATE FUNCTION principal_is_member(pool_asked uuid) RETURNS boolean ${DEFINER} AS $$
      SELECT EXISTS (SELECT FROM pool WHERE id = pool_asked AND organiser_id = ANY (principal_parties()))
        OR EXISTS (SELECT FROM commitment_line WHERE pool_id = pool_asked AND state = 'active'
          AND koperasi_id = ANY (principal_parties()))
        OR EXISTS (SELECT FROM commitment_line WHERE pool_id = pool_asked AND state = 'active'
          AND beneficiary_id = ANY (principal_parties()) AND beneficiary_id <> koperasi_id)
    $$`);
  await runner.query(`
    CREATE FUNCTION principal_carries(requirement_asked uuid) RETURNS boolean ${DEFINER} AS $$
      SELECT EXISTS (SELECT FROM requirement_line JOIN commitment_line ON requirement_line_id = requirement_line.id
        JOIN pool ON pool.id = pool_id
        WHERE requirement_id = requirement_asked
          AND (koperasi_id = ANY (principal_parties()) OR organiser_id = ANY (principal_parties())))
    $$`);

  await wall(runner, 'requirement', {
    read: anyOf(
      isMine('kitchen_id'),
      ACROSS,
      `state = 'published' AND (${anyOf(
        OVERSEES,
        `EXISTS (SELECT FROM party WHERE party.id = kitchen_id AND ${isMine('party.partner_koperasi_id')})`,
        `EXISTS (SELECT FROM party WHERE ${isMine('party.id')} AND party.kind = 'organiser')`,
        'principal_carries(id)',
      )})`,
    ),
    write: anyOf(isMine('kitchen_id'), ACROSS),
  });
  await wall(runner, 'requirement_line', {
    read: seesRow('requirement', 'requirement.id = requirement_id'),
    write: anyOf(
      ACROSS,
      seesRow('requirement', `requirement.id = requirement_id AND ${isMine('kitchen_id')}`),
    ),
  });

  await wall(runner, 'pool', {
    read: anyOf(`state <> 'draft'`, isMine('organiser_id'), ACROSS),
    write: anyOf(isMine('organiser_id'), ACROSS),
  });
  const declared = [
    'pool_item',
    'pool_rescue',
    'pool_pricing',
    'pool_award_rule',
    'pool_freight',
    'pool_step',
  ];
  for (const table of declared)
    await wall(runner, table, {
      read: anyOf(ACROSS, seesRow('pool', `pool.id = ${table}.pool_id`)),
      write: anyOf(ACROSS, organisesPool(`${table}.pool_id`)),
    });
  for (const table of ['pool_item_minimum', 'item_distribution', 'item_grade'])
    await wall(runner, table, {
      read: anyOf(ACROSS, seesRow('pool_item', `pool_item.id = ${table}.item_id`)),
    });

  await wall(runner, 'commitment_line', {
    read: anyOf(isMine('koperasi_id'), ACROSS, OVERSEES, isMine('beneficiary_id'), organisesPool('pool_id')),
    write: anyOf(isMine('koperasi_id'), ACROSS),
  });
  for (const [table, column] of [
    ['commitment_revision', 'line_id'],
    ['line_move', 'line_id'],
    ['lot_membership', 'line_id'],
  ])
    await wall(runner, table ?? '', {
      read: anyOf(ACROSS, seesRow('commitment_line', `commitment_line.id = ${table}.${column}`)),
    });
});
