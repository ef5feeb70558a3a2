import { forward } from './forward.js';
import { grant } from './grant.js';

/** The spine: outbox, inbox, audit. Roles exist before the first migration (see platform/db/provision-roles). */
export const Platform1790000000010 = forward('Platform1790000000010', async (runner) => {
  await runner.query(`REVOKE CREATE ON SCHEMA public FROM PUBLIC`);
  await runner.query(`GRANT USAGE ON SCHEMA public TO sepikul_app, sepikul_worker, sepikul_auditor`);
  await runner.query(`
    CREATE TABLE outbox (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      type text NOT NULL,
      payload jsonb NOT NULL,
      recorded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      relayed_at timestamptz
    )`);
  await runner.query(`CREATE INDEX outbox_unrelayed ON outbox (id) WHERE relayed_at IS NULL`);
  await runner.query(`
    CREATE TABLE inbox (
      event_id bigint NOT NULL REFERENCES outbox (id),
      consumer text NOT NULL,
      state text NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'parked')),
      attempts integer NOT NULL DEFAULT 0 CHECK (attempts >= 0),
      generation integer NOT NULL DEFAULT 0,
      due_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      last_error text,
      done_at timestamptz,
      PRIMARY KEY (event_id, consumer),
      CHECK ((state = 'done') = (done_at IS NOT NULL))
    )`);
  await runner.query(`CREATE INDEX inbox_due ON inbox (due_at) WHERE state = 'pending'`);
  await runner.query(`
    CREATE TABLE audit_event (
      id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
      happened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      actor_id uuid,
      action text NOT NULL,
      subject_type text NOT NULL,
      subject_id text NOT NULL,
      data jsonb NOT NULL DEFAULT '{}'
    )`);
  await grant(runner, { kept: ['outbox', 'inbox'], appended: ['audit_event'] });
});
