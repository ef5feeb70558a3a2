import { forward } from './forward.js';
import { grant } from './grant.js';
import { ownedBy, wall } from './wall.js';

/** The number that a party wants to be called on, for those whose pools it may join; no person's own. */
export const PartyPhone1790000000575 = forward('PartyPhone1790000000575', async (runner) => {
  await runner.query(`
    CREATE TABLE party_phone (
      party_id uuid PRIMARY KEY REFERENCES party (id),
      phone text CHECK (phone ~ '^\\+[1-9][0-9]{7,14}$'),
      version integer NOT NULL DEFAULT 1 CHECK (version > 0),
      set_by uuid NOT NULL REFERENCES person (id),
      set_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`);
  await grant(runner, { kept: ['party_phone'] });
  await wall(runner, 'party_phone', { read: ownedBy('party_id') });
});
