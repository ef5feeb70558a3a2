import { never, once, onceInStatement, type KeyTable } from './platform/idempotency/key-table.js';

/**
 * What an Idempotency-Key does on each route that is called by POST or PATCH; a law misses none. A route that
 * counts failed attempts, or whose body or answer holds a secret, must not be kept: a refusal undoes what it wrote,
 * and what is kept can be read. PUT and DELETE name their row, so that doing them again changes nothing more.
 */
export const keys: KeyTable = {
  // party
  'POST /api/v1/sessions': never('who signs in is nobody yet, and the answer holds a token'),
  'POST /api/v1/sessions/current/step-up': never('failed attempts are counted, and the body holds a secret'),
  'POST /api/v1/me/second-factor': never('the answer holds a secret'),
  'POST /api/v1/me/second-factor/confirm': never('failed attempts are counted, and the body holds a code'),
  'POST /api/v1/password-resets': never('who asks is nobody yet'),
  'POST /api/v1/password-resets/redeem': never('who asks is nobody yet, and the body holds a password'),
  'POST /api/v1/people/:personId/disable': once,
  'POST /api/v1/people/:personId/enable': once,
  'POST /api/v1/parties/:partyId/invitations': never('the answer holds a code'),
  'POST /api/v1/parties/:partyId/invitations/:invitationId/reissue': never('the answer holds a code'),
  'POST /api/v1/invitations/show': never('it answers a question and changes nothing'),
  'POST /api/v1/invitations/accept': never('who accepts is nobody yet, and the body holds a password'),
  'POST /api/v1/invitations/join': never('the body holds a code, which is good for once'),
  'POST /api/v1/parties/:partyId/documents': never('the body is a file, which is read as it comes'),
  'POST /api/v1/parties/:partyId/documents/:documentId/accept': once,
  'POST /api/v1/parties/:partyId/documents/:documentId/refuse': once,
  'POST /api/v1/parties/:partyId/legal-facts': once,
  'POST /api/v1/parties/:partyId/qualify': once,
  'POST /api/v1/parties/:partyId/decisions': once,
  'POST /api/v1/parties/:partyId/capability-changes': once,
  'POST /api/v1/parties/:partyId/decisions/:decisionId/approve': once,
  'POST /api/v1/parties/:partyId/decisions/:decisionId/refuse': once,
  'POST /api/v1/parties/:partyId/bank-accounts': once,
  'POST /api/v1/parties/:partyId/bank-accounts/:accountId/stop': once,
  'POST /api/v1/parties/:partyId/house-rules': once,
  'POST /api/v1/me/erase': never('nobody is left who could ask again'),
  'POST /api/v1/people/:personId/erase': once,
  'POST /api/v1/parties/:partyId/suspend': once,
  'POST /api/v1/parties/:partyId/reinstate': once,

  // payment
  'POST /api/v1/dues/:dueId/transfers': once,
  'POST /api/v1/dues/:dueId/transfers/:transferId/confirm': once,
  'POST /api/v1/dues/:dueId/transfers/:transferId/refuse': once,
  'POST /api/v1/dues/:dueId/transfers/:transferId/proofs': never(
    'the body is a file, which is read as it comes',
  ),
  'POST /api/v1/payments': once,
  'POST /api/v1/payments/:paymentId/refunds': once,
  'POST /api/v1/gateway/notifications': never(
    'the gateway sends none: what is sent again asks the same question',
  ),
  'POST /api/v1/parties/:partyId/credit-terms': once,

  // settlement
  'POST /api/v1/consignments/:dropId/sales': once,
  'POST /api/v1/consignments/:dropId/returns': once,
  'POST /api/v1/consignments/:dropId/returns/:returnId/answer': once,
  'POST /api/v1/whole-bills/:wholeBillId/slips': once,
  'POST /api/v1/parties/:partyId/bills': once,
  'POST /api/v1/bills/:billId/acceptance': once,
  'POST /api/v1/bills/:billId/words': once,
  'POST /api/v1/bills/:billId/credit': once,
  'POST /api/v1/bills/:billId/withdraw': once,

  // payout
  'POST /api/v1/parties/:partyId/payouts': once,
  'POST /api/v1/parties/:partyId/payouts/:payoutId/sent': once,
  'POST /api/v1/parties/:partyId/payouts/:payoutId/arrived': once,
  'POST /api/v1/parties/:partyId/payouts/:payoutId/failed': once,
  'POST /api/v1/parties/:partyId/payouts/:payoutId/returned': once,
  'POST /api/v1/parties/:partyId/payouts/:payoutId/proofs': never(
    'the body is a file, which is read as it comes',
  ),
  'POST /api/v1/parties/:partyId/bank-statements': never('the body is a file, which is read as it comes'),
  'POST /api/v1/parties/:partyId/suspense-tasks/:taskId/resolve': once,
  'POST /api/v1/gateway/payout-notifications': never(
    'the gateway sends none: what is sent again asks the same question',
  ),

  // catalog
  'POST /api/v1/price-references': once,

  // offer
  'POST /api/v1/offers': once,
  'POST /api/v1/offers/:offerId/end': once,

  // kitchen
  'POST /api/v1/kitchens/:kitchenId/requirements/:isoWeek/publish': once,

  // pool
  'POST /api/v1/pools': once,
  'PATCH /api/v1/pools/:poolId': once,
  'POST /api/v1/pools/:poolId/discard': once,
  'POST /api/v1/pools/:poolId/open': once,
  'POST /api/v1/pools/:poolId/close': once,
  'POST /api/v1/pools/:poolId/commitments': onceInStatement,
  'PATCH /api/v1/pools/:poolId/commitments/:lineId': once,
  'POST /api/v1/pools/:poolId/deposits/carry': once,
  'POST /api/v1/parties/:partyId/exposure-limits': once,
  'POST /api/v1/pools/:poolId/entered-orders': once,
  'POST /api/v1/entered-orders/:orderId/code': never(
    'failed attempts are counted, and the body holds a code',
  ),
  'POST /api/v1/entered-orders/:orderId/accept': once,
  'POST /api/v1/entered-orders/:orderId/refuse': once,

  // bid
  'POST /api/v1/sealing-keys/:keyId/openings': once,

  // award
  'POST /api/v1/lots/:lotId/award/propose': once,
  'POST /api/v1/lots/:lotId/award/approve': once,
  'POST /api/v1/lots/:lotId/award/objections': once,
  'POST /api/v1/lots/:lotId/award/objections/:objectionId/answer': once,
  'POST /api/v1/lots/:lotId/contracts/:supplierId/sign': once,
  'POST /api/v1/lots/:lotId/contracts/:supplierId/decline': once,

  // delivery
  'POST /api/v1/drops/:dropId/dispatch': once,
  'POST /api/v1/drops/:dropId/receipt': once,

  // quote
  'POST /api/v1/pools/:poolId/quote': never('it answers a question and changes nothing'),

  // monitoring
  'POST /api/v1/queue-board/visits': never('the head of the answer holds a token, and nothing changes'),
  'POST /api/v1/parked/:eventId/:consumer/redrive': once,
};
