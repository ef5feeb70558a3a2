import {
  inPath,
  members,
  narrowed,
  noted,
  ofRow,
  signedIn,
  steppedUp,
  type AccessTable,
} from '../platform/auth/allow.js';
import { partyKinds } from '../platform/auth/principal.js';
import { ANY_ADMINISTRATOR, DECIDERS, GOODS, OBSERVER, ofKinds, ownDeciders, ownPool } from './who.js';

/** Who sells bills: the supplier, in sell pools the koperasi. */
const ownBiller = ofKinds(['supplier', 'koperasi'], inPath('partyId'), DECIDERS);
const biller = ofKinds(['supplier', 'koperasi'], ofRow('seller_bill', 'seller_id', 'billId'), DECIDERS);
/** Who is billed: the organiser that resells, or a koperasi; in sell pools a kitchen or whoever bids. */
const billed = ofKinds(partyKinds, ofRow('seller_bill', 'buyer_id', 'billId'), DECIDERS);
/** Who has goods on consignment, and to whom they go back. */
const consignee = ofKinds(partyKinds, ofRow('drop_role', 'receiver_id', 'dropId'), [...GOODS, 'treasurer']);
const consignor = ofKinds(partyKinds, ofRow('drop_role', 'sender_id', 'dropId'), [...GOODS, 'treasurer']);
const ownGoods = ofKinds(partyKinds, inPath('partyId'), ['warehouse']);
const reseller = ofKinds(['organiser'], ofRow('seller_bill', 'buyer_id', 'billId'), DECIDERS);

export const settlementAccess: AccessTable = {
  'GET /api/v1/parties/:partyId/consignments': noted(
    'consignments',
    ['partyId'],
    members(OBSERVER, ...ownDeciders, ...ownGoods),
  ),
  'POST /api/v1/consignments/:dropId/sales': members(...consignee),
  'POST /api/v1/consignments/:dropId/returns': members(...consignee),
  'POST /api/v1/consignments/:dropId/returns/:returnId/answer': members(...consignor),
  'GET /api/v1/invoices': noted(
    'invoices',
    ['issuerId', 'payerId', 'koperasiId'],
    narrowed('SettlementReader.invoicePage', signedIn),
  ),
  'GET /api/v1/invoices/:invoiceId': noted(
    'invoice',
    ['issuerId', 'payerId', 'koperasiId'],
    narrowed('SettlementReader.invoiceById', signedIn),
  ),
  'GET /api/v1/invoices/:invoiceId/file': noted(
    'invoice file',
    [],
    narrowed('SettlementReader.invoiceById', signedIn),
  ),
  'GET /api/v1/invoices/:invoiceId/page': noted(
    'invoice page',
    [],
    narrowed('SettlementReader.invoiceById', signedIn),
  ),
  'GET /api/v1/pools/:poolId/differences': noted(
    'differences',
    [],
    narrowed(
      'DifferenceReader.page',
      members({ kind: 'organiser', owner: ownPool }, OBSERVER, ANY_ADMINISTRATOR),
    ),
  ),
  'GET /api/v1/purchase-orders': noted(
    'purchase orders',
    ['buyerId', 'sellerId'],
    narrowed('OrderReader.page', signedIn),
  ),
  'GET /api/v1/purchase-orders/:orderId': noted(
    'purchase order',
    ['buyerId', 'sellerId'],
    narrowed('OrderReader.orderById', signedIn),
  ),
  'GET /api/v1/purchase-orders/:orderId/file': noted(
    'purchase order file',
    [],
    narrowed('OrderReader.orderById', signedIn),
  ),
  'GET /api/v1/purchase-orders/:orderId/page': noted(
    'purchase order page',
    [],
    narrowed('OrderReader.orderById', signedIn),
  ),
  'GET /api/v1/purchase-orders/:orderId/sheet': noted(
    'purchase order file',
    [],
    narrowed('OrderReader.orderById', signedIn),
  ),
  'GET /api/v1/purchase-orders/:orderId/csv': noted(
    'purchase order file',
    [],
    narrowed('OrderReader.orderById', signedIn),
  ),
  'GET /api/v1/purchase-orders/:orderId/match': noted(
    'purchase order match',
    [],
    narrowed('OrderReader.orderById', signedIn),
  ),
  'POST /api/v1/parties/:partyId/bills': members(...ownBiller),
  'GET /api/v1/bills': noted('bills', ['sellerId', 'buyerId'], narrowed('BillReader.page', signedIn)),
  'GET /api/v1/bills/:billId': noted(
    'bill',
    ['sellerId', 'buyerId'],
    narrowed('BillReader.billById', signedIn),
  ),
  'POST /api/v1/bills/:billId/acceptance': steppedUp(members(...reseller)),
  'POST /api/v1/bills/:billId/words': members(...biller, ...billed),
  'POST /api/v1/bills/:billId/credit': members(...biller),
  'POST /api/v1/bills/:billId/withdraw': members(...biller),
  'GET /api/v1/lots/:lotId/proceeds': noted(
    'proceeds',
    ['koperasiId'],
    narrowed('ProceedsReader.proceedsOf', signedIn),
  ),
  'GET /api/v1/payment-requests': noted(
    'payment requests',
    ['payeeId', 'payerId', 'koperasiId'],
    narrowed('SettlementReader.requestPage', signedIn),
  ),
  'GET /api/v1/closing-credits': noted(
    'closing credits',
    ['koperasiId'],
    narrowed('StatementReader.creditPage', signedIn),
  ),
  'GET /api/v1/lot-closings': narrowed('StatementReader.closingPage', signedIn),
  'GET /api/v1/supplier-bills': noted(
    'supplier bills',
    ['supplierId', 'koperasiId'],
    narrowed('StatementReader.billPage', signedIn),
  ),
  'GET /api/v1/whole-bills': noted(
    'whole bills',
    ['organiserId', 'supplierId'],
    narrowed('WholeBillReader.page', signedIn),
  ),
  'POST /api/v1/whole-bills/:wholeBillId/slips': members(
    ...ofKinds(['organiser'], ofRow('whole_bill', 'organiser_id', 'wholeBillId'), DECIDERS),
  ),
  'GET /api/v1/parties/:partyId/patronage': noted(
    'patronage',
    ['partyId'],
    members(OBSERVER, { kind: 'organiser', owner: inPath('partyId') }),
  ),
  'GET /api/v1/parties/:partyId/purchases': noted(
    'patronage',
    ['partyId'],
    members(OBSERVER, { kind: 'koperasi', owner: inPath('partyId') }),
  ),
  'GET /api/v1/parties/:partyId/patronage/file': noted(
    'patronage',
    ['partyId'],
    members(OBSERVER, { kind: 'organiser', owner: inPath('partyId') }),
  ),
};
