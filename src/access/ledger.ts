import { members, noted, type AccessTable } from '../platform/auth/allow.js';
import { ANY_ADMINISTRATOR, OBSERVER, ownParty } from './who.js';

export const ledgerAccess: AccessTable = {
  'GET /api/v1/ledger/trial-balance': members(OBSERVER, ANY_ADMINISTRATOR),
  'GET /api/v1/parties/:partyId/balances': noted('balances', ['partyId'], members(OBSERVER, ...ownParty)),
  'GET /api/v1/parties/:partyId/statement': noted('statement', ['partyId'], members(OBSERVER, ...ownParty)),
  'GET /api/v1/parties/:partyId/statement/file': noted(
    'statement',
    ['partyId'],
    members(OBSERVER, ...ownParty),
  ),
  'GET /statements/:partyId': noted('statement', ['partyId'], members(OBSERVER, ...ownParty)),
  'GET /api/v1/ledger/checks': members(OBSERVER, ANY_ADMINISTRATOR),
};
