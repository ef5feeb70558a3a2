import { forward } from './forward.js';

/** What a pool declares besides its own row, those that name others first. */
const declared = [
  ...['item_grade', 'item_distribution', 'pool_item_minimum'].map(
    (table) =>
      `DELETE FROM ${table} USING pool_item WHERE pool_item.id = ${table}.item_id AND pool_item.pool_id = draft;`,
  ),
  ...[
    'pool_rescue',
    'pool_step',
    'pool_seal_holder',
    'pool_seal',
    'pool_freight',
    'pool_award_rule',
    'pool_pricing',
  ].map((table) => `DELETE FROM ${table} WHERE ${table}.pool_id = draft;`),
  'DELETE FROM pool_item WHERE pool_item.pool_id = draft;',
].join('\n        ');

/**
 * A draft may be declared anew, or discarded with a reason. What a pool declared stays beyond the reach of app and
 * worker: only this function takes it back, of a draft, for whoever acts for its organiser.
 */
export const Drafts1790000000610 = forward('Drafts1790000000610', async (runner) => {
  await runner.query(`
    ALTER TABLE pool
      ADD COLUMN discarded_at timestamptz,
      ADD COLUMN discarded_by uuid REFERENCES person (id),
      ADD COLUMN discard_reason text CHECK (discard_reason <> ''),
      ADD CONSTRAINT discarded_by_somebody_for_a_reason CHECK (
        (discarded_at IS NULL) = (discarded_by IS NULL) AND (discarded_at IS NULL) = (discard_reason IS NULL)),
      ADD CONSTRAINT discards_only_drafts CHECK (discarded_at IS NULL OR state = 'draft')`);
  await runner.query(`
    CREATE FUNCTION undeclare_draft(draft uuid) RETURNS void LANGUAGE plpgsql
    SECURITY DEFINER SET search_path = public, pg_temp AS $$
    BEGIN
      PERFORM FROM pool WHERE id = draft AND state = 'draft' AND discarded_at IS NULL
        AND (organiser_id = ANY (principal_acts_for()) OR principal_purpose() <> '') FOR UPDATE;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'only a draft of one''s own is declared anew'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'undeclares_own_drafts';
      END IF;
        ${declared}
    END $$`);
  await runner.query('GRANT EXECUTE ON FUNCTION undeclare_draft(uuid) TO sepikul_app');
});
