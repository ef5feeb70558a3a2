import { forward } from './forward.js';
import { grant } from './grant.js';

/** What happened to a party, in words of both languages made from a kind and its facts: told once, never changed. */
export const Happening1790000000260 = forward('Happening1790000000260', async (runner) => {
  await runner.query(`
    CREATE TABLE happening (
      id uuid PRIMARY KEY,
      party_id uuid NOT NULL REFERENCES party (id),
      kind text NOT NULL CHECK (kind ~ '^[a-z]+(-[a-z]+)*$'),
      subject_type text NOT NULL CHECK (subject_type ~ '^[a-z]+(-[a-z]+)*$'),
      subject_id uuid NOT NULL,
      data jsonb NOT NULL CHECK (jsonb_typeof(data) = 'object'),
      told_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`);
  await runner.query(`CREATE INDEX happening_party ON happening (party_id, told_at DESC, id DESC)`);
  await grant(runner, { appended: ['happening'] });
});
