import { access } from '../../src/access.js';
import { anyone, members, signedIn, steppedUp, type AccessTable } from '../../src/platform/auth/allow.js';

/** How a route ends that does what a thief of a session would do first. */
const GRAVE = [
  ...['approve', 'sign', 'payouts', 'bank-accounts', 'disable', 'enable'],
  ...['gateway-account', 'refunds', 'give-back'],
  ...['contact', 'second-factor', 'confirm', 'holder-key', 'roles', 'invitations'],
  ...['suspend', 'reinstate', 'qualify', 'supplier-class', 'people/:personId/sessions'],
];

/** Routes that give power over money, contracts, accounts or persons, and ask for no step-up. */
const ungraved = (table: AccessTable): string[] =>
  Object.entries(table).flatMap(([route, row]) => {
    const isGrave = !route.startsWith('GET ') && GRAVE.some((end) => route.endsWith(`/${end}`));
    return isGrave && !(row.who !== 'anyone' && row.stepUp === true) ? [route] : [];
  });

describe('what a thief of a session would do first takes a step-up', () => {
  it('in the table as it is', () => {
    expect(ungraved(access)).toEqual([]);
    expect(access['POST /api/v1/lots/:lotId/award/approve']).toMatchObject({ stepUp: true });
  });

  it('and catches a route without', () => {
    const planted = {
      'POST /api/v1/payouts': members({ kind: 'organiser' }),
      'POST /api/v1/decisions/:decisionId/approve': signedIn,
      'POST /api/v1/me/second-factor': anyone,
      'DELETE /api/v1/people/:personId/sessions': members({ kind: 'administrator' }),
      'DELETE /api/v1/me/sessions': signedIn,
      'PUT /api/v1/me/contact': steppedUp(signedIn),
      'GET /api/v1/me/contact': signedIn,
    };
    expect(ungraved(planted)).toEqual([
      'POST /api/v1/payouts',
      'POST /api/v1/decisions/:decisionId/approve',
      'POST /api/v1/me/second-factor',
      'DELETE /api/v1/people/:personId/sessions',
    ]);
  });
});
