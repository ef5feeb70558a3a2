import { forward } from './forward.js';
import { ACROSS, OVERSEES, anyOf, isMine, organisesLot, organisesPool, seesRow } from './sight.js';
import { wall } from './wall.js';

/** Shares, drops, documents and books: of the parties to them, of the pool's organiser and of who oversees. */
export const WallsGoods1790000000343 = forward('WallsGoods1790000000343', async (runner) => {
  // What of a line others may see: after the close its pool's members, after the allocation who delivers. Never its limit.
  await runner.query(`
    CREATE VIEW shared_line WITH (security_barrier = true) AS
    SELECT line.id, line.pool_id, line.item_id, line.koperasi_id, line.beneficiary_id, line.needed_by,
      line.quantity_packs, line.tolerance_packs, line.minimum_packs
    FROM commitment_line AS line JOIN pool ON pool.id = line.pool_id
    WHERE ${anyOf(
      ACROSS,
      OVERSEES,
      isMine('line.koperasi_id'),
      isMine('line.beneficiary_id'),
      isMine('pool.organiser_id'),
      `pool.state IN ('closed', 'settled') AND (principal_is_member(pool.id)
        OR EXISTS (SELECT FROM allocation WHERE allocation.line_id = line.id AND ${isMine('allocation.supplier_id')}))`,
    )}`);
  await runner.query('GRANT SELECT ON shared_line TO sepikul_app, sepikul_worker, sepikul_auditor');

  const ofLine = (table: string): string => seesRow('shared_line', `shared_line.id = ${table}.line_id`);
  await wall(runner, 'share', { read: anyOf(ACROSS, ofLine('share')), write: ACROSS });
  await wall(runner, 'allocation', {
    read: anyOf(isMine('supplier_id'), ACROSS, ofLine('allocation')),
    write: ACROSS,
  });
  await wall(runner, 'surplus', {
    read: anyOf(
      isMine('supplier_id'),
      ACROSS,
      OVERSEES,
      'EXISTS (SELECT FROM lot WHERE lot.id = lot_id AND principal_is_member(lot.pool_id))',
    ),
    write: ACROSS,
  });

  await wall(runner, 'delivery_drop', {
    read: anyOf(isMine('koperasi_id'), isMine('supplier_id'), ACROSS, OVERSEES, organisesPool('pool_id')),
    write: anyOf(isMine('koperasi_id'), isMine('supplier_id'), ACROSS),
  });
  const ofDrop = (table: string): string => seesRow('delivery_drop', `delivery_drop.id = ${table}.drop_id`);
  const ofOwnDrop = (table: string): string =>
    `EXISTS (SELECT FROM delivery_drop WHERE delivery_drop.id = ${table}.drop_id
      AND (${anyOf(isMine('delivery_drop.koperasi_id'), isMine('delivery_drop.supplier_id'))}))`;
  for (const table of ['drop_line', 'drop_line_grade'])
    await wall(runner, table, {
      read: anyOf(ACROSS, ofDrop(table)),
      write: anyOf(ACROSS, ofOwnDrop(table)),
    });

  // The app shows documents and books; the worker writes them.
  for (const table of ['payment_request', 'invoice'])
    await wall(runner, table, { read: anyOf(ACROSS, ofDrop(table)), write: ACROSS });
  for (const table of ['invoice_line', 'credit_note'])
    await wall(runner, table, {
      read: anyOf(ACROSS, seesRow('invoice', `invoice.id = ${table}.invoice_id`)),
      write: ACROSS,
    });
  await wall(runner, 'invoice_series', { read: anyOf(isMine('issuer_id'), ACROSS), write: ACROSS });
  await wall(runner, 'supplier_bill', {
    read: anyOf(isMine('supplier_id'), ACROSS, OVERSEES, organisesLot('lot_id')),
    write: ACROSS,
  });
  await wall(runner, 'lot_fixed_charge', {
    read: anyOf(isMine('supplier_id'), ACROSS, OVERSEES, organisesLot('lot_id')),
    write: ACROSS,
  });
  await wall(runner, 'line_price', {
    read: anyOf(isMine('supplier_id'), ACROSS, seesRow('commitment_line', 'commitment_line.id = line_id')),
    write: ACROSS,
  });
  await wall(runner, 'lot_closing', {
    read: anyOf(
      ACROSS,
      OVERSEES,
      'EXISTS (SELECT FROM lot WHERE lot.id = lot_id AND principal_is_member(lot.pool_id))',
    ),
    write: ACROSS,
  });
  await wall(runner, 'closing_line', {
    read: anyOf(ACROSS, seesRow('commitment_line', 'commitment_line.id = line_id')),
    write: ACROSS,
  });
  await wall(runner, 'closing_credit', {
    read: anyOf(isMine('koperasi_id'), isMine('organiser_id'), ACROSS, OVERSEES),
    write: ACROSS,
  });

  await wall(runner, 'account', { read: anyOf(isMine('party_id'), ACROSS, OVERSEES), write: ACROSS });
  await wall(runner, 'posting', {
    read: anyOf(ACROSS, seesRow('account', 'account.id = account_id')),
    write: ACROSS,
  });
  await wall(runner, 'journal', {
    read: anyOf(ACROSS, seesRow('posting', 'posting.journal_id = journal.id')),
    write: ACROSS,
  });
});
