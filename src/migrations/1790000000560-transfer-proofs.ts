import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, anyOf, isMine, seesRow } from './sight.js';
import { wall } from './wall.js';

/** What a payer shows as proof of a transfer that it says it made, until its payee has judged it. */
export const TransferProofs1790000000560 = forward('TransferProofs1790000000560', async (runner) => {
  await runner.query(`
    CREATE TABLE transfer_proof (
      transfer_id uuid NOT NULL REFERENCES due_transfer (id),
      sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
      media_type text NOT NULL CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
      file_name text NOT NULL CHECK (file_name <> ''),
      content bytea NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 20971520),
      uploaded_by uuid NOT NULL REFERENCES person (id),
      uploaded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (transfer_id, sha256)
    )`);
  await runner.query(`ALTER TABLE transfer_proof ALTER COLUMN content SET STORAGE EXTERNAL`);
  // A proof that comes after the judgement would look as if it had been judged by.
  await runner.query(`
    CREATE FUNCTION transfer_awaits_judgement() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    BEGIN
      PERFORM FROM due_transfer WHERE id = NEW.transfer_id AND state = 'claimed' FOR SHARE;
      IF NOT FOUND THEN
        RAISE EXCEPTION 'transfer % has been judged', NEW.transfer_id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'transfer_awaits_judgement';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('REVOKE EXECUTE ON FUNCTION transfer_awaits_judgement() FROM PUBLIC');
  await runner.query(`
    CREATE TRIGGER transfer_proof_in_time BEFORE INSERT ON transfer_proof
    FOR EACH ROW EXECUTE FUNCTION transfer_awaits_judgement()`);
  await grant(runner, { appended: ['transfer_proof'] });
  const of = 'due_transfer JOIN due ON due.id = due_id';
  await wall(runner, 'transfer_proof', {
    read: anyOf(ACROSS, seesRow('due_transfer', 'due_transfer.id = transfer_id')),
    write: anyOf(ACROSS, seesRow(of, `due_transfer.id = transfer_id AND ${isMine('due.payer_id')}`)),
  });
});
