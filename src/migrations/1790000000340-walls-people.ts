import { forward } from './forward.js';
import { ACROSS, OVERSEES, anyOf, isMine } from './sight.js';
import { wall } from './wall.js';

const ME = '(SELECT principal_person())';

/**
 * Personal data behind a wall: people see themselves and those of their own parties; a session is its own person's.
 * Before there is a principal, the purpose `sign-in` looks for one.
 */
export const WallsPeople1790000000340 = forward('WallsPeople1790000000340', async (runner) => {
  // "Of whom" is asked of each person that a page names: by the party's people, not by all memberships.
  await runner.query(`CREATE INDEX membership_party ON membership (party_id, person_id)`);
  await wall(runner, 'membership', {
    read: anyOf(`person_id = ${ME}`, isMine('party_id'), ACROSS),
  });
  await wall(runner, 'person', {
    read: anyOf(
      `id = ${ME}`,
      OVERSEES,
      ACROSS,
      `EXISTS (SELECT FROM membership WHERE membership.person_id = person.id AND ${isMine('membership.party_id')})`,
    ),
  });
  await wall(runner, 'session', { read: anyOf(`person_id = ${ME}`, ACROSS) });
  // Whoever brings something about tells all whom it concerns.
  await wall(runner, 'happening', { read: anyOf(isMine('party_id'), OVERSEES, ACROSS), write: 'true' });
});
