import { anyone, inPath, members, noted, steppedUp, type AccessTable } from '../platform/auth/allow.js';
import { partyKinds } from '../platform/auth/principal.js';
import { OBSERVER, ofKinds, ownDeciders } from './who.js';

const ownTreasury = ofKinds(partyKinds, inPath('partyId'), ['treasurer', 'chair']);

export const payoutAccess: AccessTable = {
  'GET /api/v1/parties/:partyId/payables': noted('payables', ['partyId'], members(OBSERVER, ...ownDeciders)),
  'GET /api/v1/parties/:partyId/payouts': noted('payouts', ['partyId'], members(OBSERVER, ...ownDeciders)),
  'GET /api/v1/parties/:partyId/payouts/:payoutId': noted(
    'payout',
    ['partyId'],
    members(OBSERVER, ...ownDeciders),
  ),
  'POST /api/v1/parties/:partyId/payouts': steppedUp(members(...ownDeciders)),
  'GET /api/v1/parties/:partyId/payouts/:payoutId/instructions': noted(
    'payout account',
    [],
    steppedUp(members(...ownTreasury)),
  ),
  'POST /api/v1/parties/:partyId/payouts/:payoutId/sent': steppedUp(members(...ownTreasury)),
  'POST /api/v1/parties/:partyId/payouts/:payoutId/arrived': members(...ownTreasury),
  'POST /api/v1/parties/:partyId/payouts/:payoutId/failed': steppedUp(members(...ownTreasury)),
  'POST /api/v1/parties/:partyId/payouts/:payoutId/returned': steppedUp(members(...ownTreasury)),
  'GET /api/v1/parties/:partyId/payouts/:payoutId/proofs': members(...ownDeciders),
  'POST /api/v1/parties/:partyId/payouts/:payoutId/proofs': members(...ownTreasury),
  'GET /api/v1/parties/:partyId/payouts/:payoutId/proofs/:sha256': members(...ownDeciders),
  'POST /api/v1/gateway/payout-notifications': anyone,
  'PUT /api/v1/parties/:partyId/payout-account': steppedUp(
    members(...ofKinds(partyKinds, inPath('partyId'), ['chair'])),
  ),
  'GET /api/v1/parties/:partyId/payout-account': members(...ownTreasury),
  'GET /api/v1/parties/:partyId/bank-statements': members(...ownDeciders),
  'POST /api/v1/parties/:partyId/bank-statements': members(...ownTreasury),
  'GET /api/v1/parties/:partyId/bank-lines': members(...ownDeciders),
  'GET /api/v1/parties/:partyId/suspense-tasks': noted('suspense', ['partyId'], members(...ownDeciders)),
  'POST /api/v1/parties/:partyId/suspense-tasks/:taskId/resolve': steppedUp(members(...ownTreasury)),
};
