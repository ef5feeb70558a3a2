import {
  anyone,
  during,
  inBody,
  inPath,
  members,
  narrowed,
  ofRow,
  signedIn,
  steppedUp,
  type AccessTable,
} from '../platform/auth/allow.js';
import {
  ANY_ADMINISTRATOR,
  ANY_ORGANISER,
  DECIDERS,
  lot,
  OBSERVER,
  OFFICE,
  ofKinds,
  ownBidder,
} from './who.js';

/** Suppliers, and in sell pools kitchens and koperasi too. */
const BIDDERS = ['supplier', 'kitchen', 'koperasi'] as const;
const lotsOrganiser = ofRow('lot_role', 'organiser_id', 'lotId');

export const awardAccess: AccessTable = {
  'GET /api/v1/awarded-prices': anyone,
  'GET /api/v1/lots/:lotId/award': narrowed('AwardReader.shownAward', anyone),
  'GET /api/v1/lots/:lotId/award/explanation': narrowed('ExplanationReader.explanationOf', anyone),
  'GET /api/v1/lots/:lotId/award/file': narrowed('ExplanationReader.fileOf', anyone),
  'POST /api/v1/lots/:lotId/award/propose': during(
    lot,
    ['opened'],
    members({ kind: 'organiser', roles: DECIDERS, owner: lotsOrganiser }),
  ),
  'POST /api/v1/lots/:lotId/award/approve': steppedUp(
    during(lot, ['opened'], members({ kind: 'organiser', roles: DECIDERS, owner: lotsOrganiser })),
  ),
  'GET /api/v1/lots/:lotId/award/proposal': narrowed('ProposalReader.proposalOf', signedIn),
  'GET /api/v1/steps': narrowed('StepsReader.openPage', members(ANY_ORGANISER, OBSERVER, ANY_ADMINISTRATOR)),
  'GET /api/v1/lots/:lotId/steps': narrowed(
    'StepsReader.stepsOfLot',
    members(ANY_ORGANISER, OBSERVER, ANY_ADMINISTRATOR),
  ),
  'POST /api/v1/lots/:lotId/award/objections': during(
    lot,
    ['opened'],
    members(...ofKinds(['koperasi', 'kitchen', 'supplier'], inBody('partyId'), OFFICE)),
  ),
  'GET /api/v1/lots/:lotId/award/objections': narrowed('StepsReader.objectionsOf', signedIn),
  'POST /api/v1/lots/:lotId/award/objections/:objectionId/answer': during(
    lot,
    ['opened'],
    members({
      kind: 'organiser',
      roles: DECIDERS,
      owner: lotsOrganiser,
    }),
  ),
  'GET /api/v1/parties/:partyId/contracts': members(...ofKinds(BIDDERS, inPath('partyId'))),
  'GET /api/v1/parties/:partyId/bids': members(...ofKinds(BIDDERS, inPath('partyId'))),
  'GET /api/v1/lots/:lotId/contracts': narrowed('StepsReader.contractsOf', signedIn),
  'POST /api/v1/lots/:lotId/contracts/:supplierId/sign': steppedUp(
    during(lot, ['awarded'], members(...ownBidder)),
  ),
  'POST /api/v1/lots/:lotId/contracts/:supplierId/decline': during(lot, ['awarded'], members(...ownBidder)),
};
