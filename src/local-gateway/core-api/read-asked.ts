import { isFields, type Fields } from './fields.js';

/** What a charge and a Snap page have in common. */
export interface Asked {
  readonly orderId: string;
  readonly amountRp: number;
  readonly payerName: string;
  readonly items: readonly string[];
}

const itemFault = (item: unknown): string | undefined => {
  if (!isFields(item)) return 'item_details holds what is no item';
  if (!Number.isSafeInteger(item.price) || !Number.isSafeInteger(item.quantity) || Number(item.quantity) < 1)
    return 'item_details.price and quantity must be whole';
  return typeof item.name === 'string' && item.name.length > 0 && item.name.length <= 50
    ? undefined
    : 'item_details.name is required, at most 50 characters';
};

const sumOf = (items: readonly Fields[]): number =>
  items.reduce((sum, item) => sum + Number(item.price) * Number(item.quantity), 0);

/** Reads it, or says everything that is wrong with it. */
export const readAsked = (body: Fields): Asked | string[] => {
  const details = isFields(body.transaction_details) ? body.transaction_details : {};
  const { order_id: orderId, gross_amount: amount } = details;
  const items = Array.isArray(body.item_details) ? (body.item_details as unknown[]) : [];
  const faults = items.map(itemFault).filter((fault) => fault !== undefined);
  if (typeof orderId !== 'string' || !/^[A-Za-z0-9._~-]{1,50}$/.test(orderId))
    faults.push('transaction_details.order_id is required, at most 50 of A-Za-z0-9-_~.');
  if (!Number.isSafeInteger(amount) || Number(amount) < 1)
    faults.push('transaction_details.gross_amount must be a whole number above 0');
  if (faults.length === 0 && items.length > 0 && sumOf(items.filter(isFields)) !== amount)
    faults.push('transaction_details.gross_amount is not equal to the sum of item_details');
  if (faults.length > 0) return faults;
  const customer = isFields(body.customer_details) ? body.customer_details : {};
  return {
    orderId: String(orderId),
    amountRp: Number(amount),
    payerName: typeof customer.first_name === 'string' ? customer.first_name : '',
    items: items.filter(isFields).map((item) => String(item.name)),
  };
};
