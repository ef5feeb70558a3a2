import { forward } from './forward.js';
import { grant } from './grant.js';

/** What parties are before the law, from a day on: public, and only ever added to. */
export const LegalFacts1790000000531 = forward('LegalFacts1790000000531', async (runner) => {
  await runner.query(`
    CREATE TABLE legal_fact (
      id uuid PRIMARY KEY,
      party_id uuid NOT NULL REFERENCES party (id),
      kind text NOT NULL CHECK (kind IN ('legal-entity', 'pkp')),
      holds boolean NOT NULL,
      valid_from date NOT NULL,
      basis text NOT NULL CHECK (basis <> ''),
      recorded_by uuid NOT NULL REFERENCES person (id),
      recorded_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`);
  await runner.query(`CREATE INDEX legal_fact_party ON legal_fact (party_id, id)`);
  await grant(runner, { appended: ['legal_fact'] });
});
