import { during, members, narrowed, ofRow, signedIn, type AccessTable } from '../platform/auth/allow.js';
import { GOODS, ofKinds } from './who.js';

const drop = ['delivery_drop', 'dropId'] as const;
/** The pool's side decides who sends: the view `drop_role` says it of each drop. */
const sender = ofKinds(['supplier', 'koperasi'], ofRow('drop_role', 'sender_id', 'dropId'), GOODS);
const receiver = ofKinds(
  ['koperasi', 'supplier', 'kitchen'],
  ofRow('drop_role', 'receiver_id', 'dropId'),
  GOODS,
);

export const deliveryAccess: AccessTable = {
  'GET /api/v1/drops': narrowed('DeliveryReader.page', signedIn),
  'GET /api/v1/drops/:dropId': narrowed('DeliveryReader.dropById', signedIn),
  'GET /api/v1/drops/:dropId/note': narrowed('DeliveryReader.dropById', signedIn),
  'GET /api/v1/drops/:dropId/note/page': narrowed('DeliveryReader.dropById', signedIn),
  'POST /api/v1/drops/:dropId/dispatch': during(drop, ['planned'], members(...sender)),
  'POST /api/v1/drops/:dropId/receipt': during(drop, ['dispatched'], members(...receiver)),
};
