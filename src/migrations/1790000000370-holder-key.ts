import { forward } from './forward.js';
import { grant } from './grant.js';
import { wall } from './wall.js';

/**
 * Keys of the people who hold shares of lots' keys. A person may make another; what was sealed to the older ones
 * still needs them. The private part, under the person's passphrase, is seen by nobody else.
 */
export const HolderKey1790000000370 = forward('HolderKey1790000000370', async (runner) => {
  await runner.query(`
    CREATE TABLE holder_key (
      id uuid PRIMARY KEY,
      person_id uuid NOT NULL REFERENCES person (id),
      curve text NOT NULL CHECK (curve IN ('X25519', 'P-256')),
      public_key text NOT NULL CHECK (public_key ~ '^[A-Za-z0-9_-]+$'),
      made_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      UNIQUE (id, person_id),
      CONSTRAINT one_key_is_one_persons UNIQUE (curve, public_key)
    )`);
  await runner.query(`CREATE INDEX holder_key_person ON holder_key (person_id, made_at DESC, id DESC)`);
  await runner.query(`
    CREATE TABLE holder_secret (
      holder_key_id uuid PRIMARY KEY,
      person_id uuid NOT NULL,
      wrapped jsonb NOT NULL CHECK (jsonb_typeof(wrapped) = 'object'),
      FOREIGN KEY (holder_key_id, person_id) REFERENCES holder_key (id, person_id)
    )`);
  await grant(runner, { appended: ['holder_key', 'holder_secret'] });
  await wall(runner, 'holder_secret', { read: 'person_id = (SELECT principal_person())', worker: 'false' });
});
