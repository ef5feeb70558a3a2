export type { Letter, Payout, Transaction } from './book.js';
export type { Fault } from './faults.js';
export type { LocalKeys } from './keys.js';
export { startLocalGateway, type LocalGateway, type LocalGatewayOptions } from './start-local-gateway.js';
