import { forward } from './forward.js';
import { ACROSS, anyOf, isMine, organisesPool } from './sight.js';

const ownLine = (column: string): string =>
  `EXISTS (SELECT FROM commitment_line WHERE commitment_line.id = ${column} AND ${isMine('commitment_line.koperasi_id')})`;
const ownItem = (table: string): string =>
  `EXISTS (SELECT FROM pool_item WHERE pool_item.id = ${table}.item_id AND ${organisesPool('pool_item.pool_id')})`;

/** Who may write where more people see: whoever sees a row of another party, as those who oversee do, writes none. */
const writers: Readonly<Record<string, string>> = {
  membership: isMine('party_id'),
  person: `id = (SELECT principal_person())
    OR EXISTS (SELECT FROM membership WHERE membership.person_id = person.id AND ${isMine('membership.party_id')})`,
  invitation: isMine('party_id'),
  party_document: isMine('party_id'),
  party_document_content: `EXISTS (SELECT FROM party_document WHERE party_document.id = document_id AND ${isMine('party_document.party_id')})`,
  decision: isMine('party_id'),
  bank_account: isMine('party_id'),
  bank_account_stop: isMine('party_id'),
  house_rule: isMine('organiser_id'),
  pool_item_minimum: ownItem('pool_item_minimum'),
  item_distribution: ownItem('item_distribution'),
  item_grade: ownItem('item_grade'),
  line_move: ownLine('line_move.line_id'),
};

/**
 * Policies that let in for writing whoever they let in for reading let in too many. Of these tables the app deletes
 * from `membership` alone, which a check of new rows does not cover.
 */
export const WallsWrite1790000000430 = forward('WallsWrite1790000000430', async (runner) => {
  for (const [table, own] of Object.entries(writers))
    await runner.query(`ALTER POLICY ${table}_app ON ${table} WITH CHECK (${anyOf(ACROSS, own)})`);
  await runner.query(`
    CREATE POLICY membership_app_deletes ON membership AS RESTRICTIVE FOR DELETE TO sepikul_app
    USING (${anyOf(ACROSS, isMine('party_id'))})`);
  // A table of one's own session must not stand before the real one.
  await runner.query(
    'ALTER FUNCTION end_what_the_disabled_hold() SET search_path = pg_catalog, public, pg_temp',
  );
});
