import { forward } from './forward.js';
import { grant } from './grant.js';
import { ownedBy, wall } from './wall.js';

/**
 * Documents that a party shows, and the judgement of each. Their bytes lie in the database: what backs it up backs
 * them up, in one consistent cut, and no file is left without its row. In a table of their own, because they are
 * read one at a time and never with the list.
 */
export const Documents1790000000361 = forward('Documents1790000000361', async (runner) => {
  await runner.query(`
    CREATE TABLE party_document (
      id uuid PRIMARY KEY,
      party_id uuid NOT NULL REFERENCES party (id),
      kind text NOT NULL CHECK (kind ~ '^[a-z][a-z-]*$'),
      file_name text NOT NULL CHECK (file_name ~ '^[^/\\\\"[:cntrl:]]+$' AND length(file_name) <= 200),
      media_type text NOT NULL CHECK (media_type IN ('application/pdf', 'image/jpeg', 'image/png')),
      size_bytes integer NOT NULL CHECK (size_bytes > 0),
      sha256 bytea NOT NULL CHECK (octet_length(sha256) = 32),
      uploaded_by uuid NOT NULL REFERENCES person (id),
      uploaded_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'accepted', 'refused')),
      reason text CHECK (reason <> ''),
      judged_by uuid REFERENCES person (id),
      judged_at timestamptz,
      CONSTRAINT refused_with_a_reason CHECK ((state = 'refused') = (reason IS NOT NULL)),
      CONSTRAINT judged_whole CHECK (num_nulls(judged_by, judged_at) = CASE state WHEN 'waiting' THEN 2 ELSE 0 END),
      CONSTRAINT nobody_judges_their_own_document CHECK (judged_by <> uploaded_by)
    )`);
  await runner.query(`CREATE INDEX party_document_party ON party_document (party_id, id)`);
  await runner.query(`
    CREATE TABLE party_document_content (
      document_id uuid PRIMARY KEY REFERENCES party_document (id),
      content bytea NOT NULL CHECK (octet_length(content) BETWEEN 1 AND 20971520)
    )`);
  // Pictures and PDFs are compressed already.
  await runner.query(`ALTER TABLE party_document_content ALTER COLUMN content SET STORAGE EXTERNAL`);
  await grant(runner, { kept: ['party_document'], appended: ['party_document_content'] });
  await wall(runner, 'party_document', { read: ownedBy('party_id') });
  // Whoever sees the document sees its bytes.
  await wall(runner, 'party_document_content', {
    read: 'EXISTS (SELECT FROM party_document WHERE party_document.id = document_id)',
  });
});
