import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, anyOf, isMine, OVERSEES, seesRow } from './sight.js';
import { wall } from './wall.js';

/** Credit terms (tempo) by date, and which reminders of a due have been sent. */
export const CreditTerms1790000000522 = forward('CreditTerms1790000000522', async (runner) => {
  await runner.query(`
    CREATE TABLE credit_terms (
      id uuid PRIMARY KEY,
      grantor_id uuid NOT NULL REFERENCES party (id),
      buyer_id uuid NOT NULL REFERENCES party (id),
      days integer NOT NULL CHECK (days BETWEEN 0 AND 180),
      limit_rp bigint NOT NULL CHECK (limit_rp >= 0),
      effective_from timestamptz NOT NULL,
      granted_by uuid NOT NULL REFERENCES person (id),
      granted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CONSTRAINT nobody_grants_themselves CHECK (grantor_id <> buyer_id),
      CONSTRAINT terms_are_not_granted_backwards CHECK (effective_from >= granted_at - interval '1 minute')
    )`);
  await runner.query(
    `CREATE INDEX credit_terms_buyer ON credit_terms (buyer_id, grantor_id, effective_from DESC, id DESC)`,
  );
  await runner.query(`CREATE INDEX credit_terms_grantor ON credit_terms (grantor_id, id)`);
  await runner.query(`
    CREATE TABLE due_reminder (
      id uuid PRIMARY KEY,
      due_id uuid NOT NULL REFERENCES due (id),
      stage text NOT NULL CHECK (stage IN ('tomorrow', 'today', 'late-3', 'late-7', 'late-14')),
      reminded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      UNIQUE (due_id, stage)
    )`);
  await runner.query(`CREATE INDEX due_open ON due (due_at) WHERE state = 'open' AND due_at IS NOT NULL`);
  await grant(runner, { appended: ['credit_terms', 'due_reminder'] });
  await wall(runner, 'credit_terms', {
    read: anyOf(isMine('buyer_id'), isMine('grantor_id'), ACROSS, OVERSEES),
    write: anyOf(isMine('grantor_id'), ACROSS),
  });
  await wall(runner, 'due_reminder', {
    read: anyOf(ACROSS, seesRow('due', 'due.id = due_id')),
    write: ACROSS,
  });
});
