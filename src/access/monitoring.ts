import {
  ADMINISTRATOR,
  anyone,
  inPath,
  members,
  narrowed,
  ofRow,
  signedIn,
  type AccessTable,
} from '../platform/auth/allow.js';
import { ANY_ADMINISTRATOR, ANY_ORGANISER, OBSERVER, ownParty } from './who.js';

export const monitoringAccess: AccessTable = {
  'GET /api/v1/pools/:poolId/summary': narrowed('PoolReader.isInsider', signedIn),
  'GET /api/v1/pool-results': anyone,
  'GET /api/v1/pools/:poolId/results': narrowed('PoolReader.isInsider', anyone),
  'GET /metrics': members(ANY_ADMINISTRATOR),
  'GET /api/v1/invariants': members(OBSERVER, ANY_ADMINISTRATOR),
  'GET /api/v1/requirements/:requirementLineId/trace': narrowed('TraceReader.lineById', signedIn),
  'GET /api/v1/kitchens/:kitchenId/coming': members(
    { kind: 'kitchen', owner: inPath('kitchenId') },
    { kind: 'koperasi', owner: ofRow('party', 'partner_koperasi_id', 'kitchenId') },
    OBSERVER,
    ANY_ADMINISTRATOR,
  ),
  'GET /api/v1/parties/:partyId/waiting': narrowed('WaitingReader.waitingFor', members(...ownParty)),
  'GET /api/v1/parked': narrowed('ParkedReader.parked', members(ANY_ADMINISTRATOR, ANY_ORGANISER, OBSERVER)),
  'POST /api/v1/parked/:eventId/:consumer/redrive': members(ADMINISTRATOR),
};
