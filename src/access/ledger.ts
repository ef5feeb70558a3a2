import { members, narrowed, noted, type AccessTable } from '../platform/auth/allow.js';
import { ANY_ADMINISTRATOR, ANY_ORGANISER, OBSERVER, ownParty } from './who.js';

export const ledgerAccess: AccessTable = {
  'GET /api/v1/ledger/trial-balance': narrowed(
    'LedgerReader.trialBalance',
    members(OBSERVER, ANY_ORGANISER, ANY_ADMINISTRATOR),
  ),
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
