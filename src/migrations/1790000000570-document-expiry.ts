import { forward } from './forward.js';

/**
 * Until when a document that was accepted holds, as whoever checked it read on it: its last day. What has run out
 * counts for nothing any more; the row stays as it was judged.
 */
export const DocumentExpiry1790000000570 = forward('DocumentExpiry1790000000570', async (runner) => {
  await runner.query(`
    ALTER TABLE party_document
      ADD COLUMN expires_on date,
      ADD CONSTRAINT only_the_accepted_expires CHECK (expires_on IS NULL OR state = 'accepted')`);
  // What waits to be checked is looked for among all parties.
  await runner.query(
    `CREATE INDEX party_document_waiting ON party_document (party_id) WHERE state = 'waiting'`,
  );
});
