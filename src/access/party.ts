import {
  ADMINISTRATOR,
  anyone,
  during,
  inPath,
  members,
  narrowed,
  noted,
  signedIn,
  steppedUp,
  type AccessTable,
  type MemberRule,
} from '../platform/auth/allow.js';
import { partyKinds } from '../platform/auth/principal.js';
import { ANY_ADMINISTRATOR, DECIDERS, OBSERVER, OFFICE, ofKinds, ownDeciders, ownParty } from './who.js';

/** Whom a chair reaches, the action decides (core/party/judge-disabling). */
const ANY_CHAIR: MemberRule[] = partyKinds.map((kind) => ({ kind, roles: ['chair'] }));
const ownOffice = ofKinds(partyKinds, inPath('partyId'), OFFICE);
/** Of which parties, by region, the action knows. */
const judges: readonly MemberRule[] = [ADMINISTRATOR, { kind: 'organiser', roles: DECIDERS }];
const documentReaders: readonly MemberRule[] = [OBSERVER, ...judges, ...ownDeciders];

export const partyAccess: AccessTable = {
  'POST /api/v1/sessions': anyone,
  'DELETE /api/v1/sessions/current': narrowed('SessionStore.revoke', signedIn),
  'POST /api/v1/sessions/current/step-up': narrowed('StepUp.run', signedIn),
  'GET /api/v1/me': narrowed('PersonReader.meOf', signedIn),
  'GET /api/v1/me/sessions': narrowed('SessionReader.liveOf', signedIn),
  'DELETE /api/v1/me/sessions': narrowed('RevokeSessions.run', signedIn),
  'DELETE /api/v1/me/sessions/:sessionId': narrowed('EndSession.run', signedIn),
  'GET /api/v1/me/security': narrowed('PersonReader.ownSecurity', signedIn),
  'PUT /api/v1/me/password': narrowed('ChangePassword.run', signedIn),
  'PUT /api/v1/me/contact': narrowed('ChangeContact.run', steppedUp(signedIn)),
  'POST /api/v1/me/second-factor': narrowed('BeginFactor.run', steppedUp(signedIn)),
  'POST /api/v1/me/second-factor/confirm': narrowed('ConfirmFactor.run', steppedUp(signedIn)),
  'DELETE /api/v1/me/second-factor': narrowed('EndFactor.run', steppedUp(signedIn)),
  'POST /api/v1/password-resets': anyone,
  'POST /api/v1/password-resets/redeem': anyone,
  'DELETE /api/v1/people/:personId/sessions': steppedUp(members(ADMINISTRATOR)),
  'DELETE /api/v1/people/:personId/second-factor': steppedUp(members(ADMINISTRATOR)),
  'POST /api/v1/people/:personId/disable': narrowed(
    'DisablePerson.run',
    steppedUp(members(ADMINISTRATOR, ...ANY_CHAIR)),
  ),
  'POST /api/v1/people/:personId/enable': narrowed(
    'EnablePerson.run',
    steppedUp(members(ADMINISTRATOR, ...ANY_CHAIR)),
  ),
  'GET /api/v1/parties': anyone,
  'GET /api/v1/parties/:partyId': anyone,
  'POST /api/v1/parties/:partyId/suspend': narrowed(
    'SuspendParty.run',
    steppedUp(
      during(
        ['party', 'partyId'],
        ['candidate', 'active'],
        members(ADMINISTRATOR, { kind: 'organiser', roles: ['chair'] }),
      ),
    ),
  ),
  'POST /api/v1/parties/:partyId/reinstate': narrowed(
    'ReinstateParty.run',
    steppedUp(
      during(
        ['party', 'partyId'],
        ['suspended'],
        members(ADMINISTRATOR, { kind: 'organiser', roles: ['chair'] }),
      ),
    ),
  ),
  'GET /api/v1/parties/:partyId/phone': members(...ownParty),
  'PUT /api/v1/parties/:partyId/phone': members(...ownOffice),
  'GET /api/v1/parties/:partyId/supplier-class': anyone,
  'PUT /api/v1/parties/:partyId/supplier-class': steppedUp(members(ADMINISTRATOR)),
  'GET /api/v1/parties/:partyId/legal-facts': anyone,
  'POST /api/v1/parties/:partyId/legal-facts': members(ADMINISTRATOR),
  'POST /api/v1/parties/:partyId/invitations': steppedUp(members(...ownOffice)),
  'GET /api/v1/parties/:partyId/invitations': members(...ownOffice),
  'DELETE /api/v1/parties/:partyId/invitations/:invitationId': members(...ownOffice),
  'POST /api/v1/invitations/show': anyone,
  'POST /api/v1/invitations/accept': anyone,
  'POST /api/v1/invitations/join': narrowed('AcceptInvitation.asMember', signedIn),
  'POST /api/v1/parties/:partyId/invitations/:invitationId/reissue': steppedUp(members(...ownOffice)),
  'GET /api/v1/parties/:partyId/people': noted('people', ['partyId'], members(ADMINISTRATOR, ...ownParty)),
  'PUT /api/v1/parties/:partyId/people/:personId/roles': steppedUp(
    members(
      { ...ADMINISTRATOR, owner: inPath('partyId') },
      ...ofKinds(partyKinds, inPath('partyId'), ['chair']),
    ),
  ),
  'GET /api/v1/document-kinds': anyone,
  'GET /api/v1/regions': anyone,
  'GET /api/v1/parties/:partyId/readiness': members(...ownParty),
  'GET /api/v1/parties/:partyId/checks': members(
    ...ofKinds(['organiser', 'administrator'], inPath('partyId'), DECIDERS),
  ),
  'GET /api/v1/parties/:partyId/documents': narrowed(
    'reachDocuments',
    noted('documents', ['partyId'], members(...documentReaders)),
  ),
  'POST /api/v1/parties/:partyId/documents': members(...ownOffice),
  'GET /api/v1/parties/:partyId/documents/:documentId/content': narrowed(
    'reachDocuments',
    noted('document', ['partyId'], members(...documentReaders)),
  ),
  'POST /api/v1/parties/:partyId/documents/:documentId/accept': narrowed('requireJudge', members(...judges)),
  'POST /api/v1/parties/:partyId/documents/:documentId/refuse': narrowed('requireJudge', members(...judges)),
  'POST /api/v1/parties/:partyId/qualify': narrowed(
    'requireJudge',
    steppedUp(during(['party', 'partyId'], ['candidate'], members(...judges))),
  ),
  'GET /api/v1/parties/:partyId/decisions': members(...ownDeciders),
  'POST /api/v1/parties/:partyId/decisions': steppedUp(members(...ownDeciders)),
  'POST /api/v1/parties/:partyId/capability-changes': steppedUp(
    members({ kind: 'organiser', roles: DECIDERS, owner: inPath('partyId') }),
  ),
  'POST /api/v1/parties/:partyId/decisions/:decisionId/approve': steppedUp(members(...ownDeciders)),
  'POST /api/v1/parties/:partyId/decisions/:decisionId/refuse': members(...ownDeciders),
  'GET /api/v1/parties/:partyId/bank-accounts': noted('bank accounts', ['partyId'], members(...ownDeciders)),
  'POST /api/v1/parties/:partyId/bank-accounts': steppedUp(members(...ownDeciders)),
  'POST /api/v1/parties/:partyId/bank-accounts/:accountId/stop': steppedUp(members(...ownDeciders)),
  'GET /api/v1/parties/:partyId/house-rules': anyone,
  'POST /api/v1/parties/:partyId/house-rules': steppedUp(members(...ownDeciders)),
  'GET /api/v1/me/export': narrowed('PersonalReader.exportOf', steppedUp(signedIn)),
  'POST /api/v1/me/erase': narrowed('ErasePerson.ofSelf', steppedUp(signedIn)),
  'POST /api/v1/people/:personId/erase': steppedUp(members(ADMINISTRATOR)),
  'GET /api/v1/parties/:partyId/happenings': noted(
    'happenings',
    ['partyId'],
    members(OBSERVER, ANY_ADMINISTRATOR, ...ownParty),
  ),
};
