const ORDER_ID = /^[A-Za-z0-9._~-]{1,50}$/;

/**
 * Whether it may be an order id, a transaction id or a refund key. The client puts ids into the path as they are, so
 * that one that somebody else wrote could choose which path our key is used on: `a/../b?x=1`. Two dots are the one
 * segment of these characters that climbs.
 */
export const isGatewayId = (text: string): boolean => ORDER_ID.test(text) && !/^\.{1,2}$/.test(text);
