/** What a koperasi is asked at home most days, in one file: on a weak signal each request costs more than its bytes. */
export { default as DuesAsk } from '../payment/dues.ask.js';
export { default as EnteredOrdersAsk } from '../pool/entered-orders.ask.js';
export { default as OpenPoolsAsk } from '../pool/open-pools.ask.js';
