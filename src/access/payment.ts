import {
  anyone,
  inPath,
  members,
  narrowed,
  noted,
  ofRow,
  signedIn,
  steppedUp,
  type AccessTable,
  type MemberRule,
} from '../platform/auth/allow.js';
import { partyKinds } from '../platform/auth/principal.js';
import {
  ANY_ADMINISTRATOR,
  ANY_ORGANISER,
  CASHIERS,
  DECIDERS,
  OBSERVER,
  ofKinds,
  ownDeciders,
  ownParty,
} from './who.js';

const dueSides = ['payer_id', 'payee_id'].flatMap((column) =>
  ofKinds(partyKinds, ofRow('due', column, 'dueId')),
);
const dueDeciders = ['payer_id', 'payee_id'].flatMap((column) =>
  ofKinds(partyKinds, ofRow('due', column, 'dueId'), DECIDERS),
);
const dueCashiers = ofKinds(partyKinds, ofRow('due', 'payee_id', 'dueId'), CASHIERS);
/** Whoever collects from buyers and may grant them time; each sees what was to be paid to itself, an organiser that of its pools. */
const anySeller: readonly MemberRule[] = [ANY_ORGANISER, { kind: 'supplier' }, { kind: 'koperasi' }];
const actingForAny: readonly MemberRule[] = partyKinds.map((kind) => ({ kind, roles: DECIDERS }));

export const paymentAccess: AccessTable = {
  'GET /api/v1/dues': noted('dues', ['payerId', 'payeeId'], narrowed('DueReader.page', signedIn)),
  'GET /api/v1/dues/:dueId': noted('due', ['payerId', 'payeeId'], narrowed('DueReader.dueById', signedIn)),
  'GET /api/v1/dues/:dueId/channels': narrowed('DueReader.dueById', signedIn),
  'GET /api/v1/dues/:dueId/transfers': members(OBSERVER, ANY_ADMINISTRATOR, ...dueSides),
  'POST /api/v1/dues/:dueId/transfers': members(
    ...ofKinds(partyKinds, ofRow('due', 'payer_id', 'dueId'), DECIDERS),
  ),
  'POST /api/v1/dues/:dueId/transfers/:transferId/confirm': steppedUp(members(...dueCashiers)),
  'POST /api/v1/dues/:dueId/transfers/:transferId/refuse': members(...dueCashiers),
  'POST /api/v1/dues/:dueId/transfers/:transferId/proofs': members(
    ...ofKinds(partyKinds, ofRow('due', 'payer_id', 'dueId'), DECIDERS),
  ),
  'GET /api/v1/dues/:dueId/transfers/:transferId/proofs/:sha256': members(...dueDeciders),
  'POST /api/v1/payments': narrowed('AskPayment.run', members(...actingForAny)),
  'GET /api/v1/payments/:paymentId': noted(
    'payment',
    ['payerId', 'payeeId'],
    narrowed('PaymentReader.paymentById', signedIn),
  ),
  'GET /api/v1/payments/:paymentId/stream': noted(
    'payment',
    ['payerId', 'payeeId'],
    narrowed('PaymentReader.paymentById', signedIn),
  ),
  'DELETE /api/v1/payments/:paymentId': narrowed('AskPayment.cancel', members(...actingForAny)),
  'POST /api/v1/payments/:paymentId/refunds': steppedUp(
    members(...ofKinds(partyKinds, ofRow('payment', 'payee_id', 'paymentId'), DECIDERS)),
  ),
  'GET /api/v1/parties/:partyId/gateway-account': members(
    ...ofKinds(partyKinds, inPath('partyId'), CASHIERS),
  ),
  'PUT /api/v1/parties/:partyId/gateway-account': steppedUp(
    members(...ofKinds(partyKinds, inPath('partyId'), CASHIERS)),
  ),
  'GET /api/v1/parties/:partyId/receivables': noted(
    'receivables',
    ['partyId'],
    members(OBSERVER, ...ownDeciders),
  ),
  'GET /api/v1/parties/:partyId/payments': noted('payments', ['partyId'], members(OBSERVER, ...ownDeciders)),
  'POST /api/v1/gateway/notifications': anyone,
  'POST /api/v1/parties/:partyId/credit-terms': steppedUp(
    members(...ofKinds(['organiser', 'supplier'], inPath('partyId'), DECIDERS)),
  ),
  'GET /api/v1/parties/:partyId/credit-terms': noted(
    'credit terms',
    ['partyId'],
    members(OBSERVER, ...ownParty),
  ),
  'GET /api/v1/parties/:partyId/ageing': noted('ageing', ['partyId'], members(OBSERVER, ...ownParty)),
  'GET /api/v1/parties/:partyId/ageing/file': noted('ageing', ['partyId'], members(OBSERVER, ...ownParty)),
  'GET /api/v1/parties/:partyId/payment-score': noted(
    'payment score',
    ['partyId'],
    narrowed('TermsReader.scoreOf', members(OBSERVER, ...anySeller, ...ownParty)),
  ),
};
