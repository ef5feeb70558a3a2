import { refusePool } from '../core/pool/refusals.js';
import {
  anyone,
  during,
  inBody,
  inPath,
  members,
  narrowed,
  noted,
  ofRow,
  steppedUp,
  type AccessTable,
} from '../platform/auth/allow.js';
import { ANY_ADMINISTRATOR, DECIDERS, OBSERVER, OFFICE, ofKinds, ownPool, pool } from './who.js';

const ownLine = ofRow('commitment_line', 'koperasi_id', 'lineId');
const ofKoperasi = ofRow('entered_order', 'koperasi_id', 'orderId');
const ofOrganiser = ofRow('entered_order', 'organiser_id', 'orderId');
const notOpen = (state: string): Error =>
  refusePool(state === 'draft' ? 'POOL_NOT_OPEN_YET' : 'POOL_ALREADY_CLOSED');
const notDraft = (state: string): Error =>
  refusePool(state === 'open' ? 'POOL_ALREADY_OPEN' : 'POOL_ALREADY_CLOSED');

export const poolAccess: AccessTable = {
  'POST /api/v1/pools': members({ kind: 'organiser', roles: OFFICE, owner: inBody('organiserId') }),
  'GET /api/v1/pools': narrowed('PoolReader.page', anyone),
  'GET /api/v1/pools/:poolId': narrowed('PoolController.shown', anyone),
  'GET /api/v1/pools/:poolId/totals': narrowed('PoolController.shown', anyone),
  'PATCH /api/v1/pools/:poolId': during(
    pool,
    ['draft'],
    members({ kind: 'organiser', roles: OFFICE, owner: ownPool }),
    notDraft,
  ),
  'PUT /api/v1/pools/:poolId/declaration': during(
    pool,
    ['draft'],
    members({ kind: 'organiser', roles: OFFICE, owner: ownPool }),
    notDraft,
  ),
  'GET /api/v1/pools/:poolId/named-people': members({ kind: 'organiser', roles: DECIDERS, owner: ownPool }),
  'POST /api/v1/pools/:poolId/discard': during(
    pool,
    ['draft'],
    members({ kind: 'organiser', roles: OFFICE, owner: ownPool }),
    notDraft,
  ),
  'GET /api/v1/pools/:poolId/phones': members({ kind: 'organiser', roles: DECIDERS, owner: ownPool }),
  'POST /api/v1/pools/:poolId/open': during(
    pool,
    ['draft'],
    members({ kind: 'organiser', roles: OFFICE, owner: ownPool }),
    notDraft,
  ),
  'POST /api/v1/pools/:poolId/close': during(
    pool,
    ['open'],
    members({ kind: 'organiser', roles: OFFICE, owner: ownPool }),
    notOpen,
  ),
  'POST /api/v1/pools/:poolId/commitments': during(
    pool,
    ['open'],
    members({
      kind: 'koperasi',
      roles: OFFICE,
      owner: inBody('koperasiId'),
    }),
  ),
  'GET /api/v1/pools/:poolId/commitments': noted(
    'commitments',
    ['koperasiId'],
    narrowed(
      'CommitmentReader.page',
      members({ kind: 'koperasi' }, { kind: 'organiser', owner: ownPool }, OBSERVER, ANY_ADMINISTRATOR),
    ),
  ),
  'POST /api/v1/pools/:poolId/entered-orders': during(
    pool,
    ['open'],
    members({ kind: 'organiser', roles: OFFICE, owner: ownPool }),
    notOpen,
  ),
  'GET /api/v1/entered-orders': noted(
    'entered orders',
    ['koperasiId'],
    narrowed(
      'EnteredOrderReader.page',
      members({ kind: 'koperasi' }, { kind: 'organiser' }, OBSERVER, ANY_ADMINISTRATOR),
    ),
  ),
  'POST /api/v1/entered-orders/:orderId/code': members({
    kind: 'organiser',
    roles: OFFICE,
    owner: ofOrganiser,
  }),
  'POST /api/v1/entered-orders/:orderId/accept': members({
    kind: 'koperasi',
    roles: OFFICE,
    owner: ofKoperasi,
  }),
  'POST /api/v1/entered-orders/:orderId/refuse': members({
    kind: 'koperasi',
    roles: OFFICE,
    owner: ofKoperasi,
  }),
  'GET /api/v1/pools/:poolId/deposits': noted(
    'deposits',
    ['koperasiId'],
    narrowed(
      'DepositReader.page',
      members({ kind: 'koperasi' }, { kind: 'organiser', owner: ownPool }, OBSERVER, ANY_ADMINISTRATOR),
    ),
  ),
  'POST /api/v1/pools/:poolId/deposits/carry': members({
    kind: 'koperasi',
    roles: DECIDERS,
    owner: inBody('koperasiId'),
  }),
  'POST /api/v1/parties/:partyId/exposure-limits': steppedUp(
    members({ kind: 'organiser', roles: DECIDERS, owner: inPath('partyId') }),
  ),
  'GET /api/v1/parties/:partyId/exposure-limits': noted(
    'exposure limits',
    ['partyId'],
    members(OBSERVER, ...ofKinds(['organiser', 'koperasi'], inPath('partyId'))),
  ),
  'GET /api/v1/parties/:partyId/exposures/:koperasiId': noted(
    'exposure',
    ['partyId', 'koperasiId'],
    members(
      OBSERVER,
      { kind: 'organiser', owner: inPath('partyId') },
      { kind: 'koperasi', owner: inPath('koperasiId') },
    ),
  ),
  'GET /api/v1/parties/:partyId/exposures': noted(
    'exposure',
    ['partyId', 'koperasiId'],
    members(OBSERVER, ...ofKinds(['organiser', 'koperasi'], inPath('partyId'))),
  ),
  'GET /api/v1/parties/:partyId/deposits': noted(
    'deposits',
    ['partyId'],
    members(OBSERVER, { kind: 'koperasi', owner: inPath('partyId') }),
  ),
  'PATCH /api/v1/pools/:poolId/commitments/:lineId': during(
    pool,
    ['open'],
    members({
      kind: 'koperasi',
      roles: OFFICE,
      owner: ownLine,
    }),
    notOpen,
  ),
  'DELETE /api/v1/pools/:poolId/commitments/:lineId': during(
    pool,
    ['open'],
    members({
      kind: 'koperasi',
      roles: OFFICE,
      owner: ownLine,
    }),
    notOpen,
  ),
  'GET /api/v1/pools/:poolId/commitments/:lineId/history': noted(
    'commitment history',
    [],
    members(
      { kind: 'koperasi', owner: ownLine },
      { kind: 'organiser', owner: ownPool },
      OBSERVER,
      ANY_ADMINISTRATOR,
    ),
  ),
};
