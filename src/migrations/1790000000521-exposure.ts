import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, anyOf, isMine, OVERSEES } from './sight.js';
import { wall } from './wall.js';

/** What an organiser lets a koperasi order and owe at most, by date: the last that has begun holds; null lifts it. */
export const Exposure1790000000521 = forward('Exposure1790000000521', async (runner) => {
  await runner.query(`
    CREATE TABLE exposure_limit (
      id uuid PRIMARY KEY,
      organiser_id uuid NOT NULL REFERENCES party (id),
      koperasi_id uuid NOT NULL REFERENCES party (id),
      limit_rp bigint CHECK (limit_rp >= 0),
      effective_from timestamptz NOT NULL,
      set_by uuid NOT NULL REFERENCES person (id),
      set_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CHECK (organiser_id <> koperasi_id),
      CONSTRAINT limits_are_not_set_backwards CHECK (effective_from >= set_at - interval '1 minute')
    )`);
  await runner.query(
    `CREATE INDEX exposure_limit_koperasi ON exposure_limit (koperasi_id, organiser_id, effective_from DESC, id DESC)`,
  );
  await runner.query(`CREATE INDEX exposure_limit_organiser ON exposure_limit (organiser_id, id)`);
  await grant(runner, { appended: ['exposure_limit'] });
  await wall(runner, 'exposure_limit', {
    read: anyOf(isMine('koperasi_id'), isMine('organiser_id'), ACROSS, OVERSEES),
    write: anyOf(isMine('organiser_id'), ACROSS),
  });
});
