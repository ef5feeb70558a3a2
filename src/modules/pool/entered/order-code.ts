import { timingSafeEqual } from 'node:crypto';
import type { SecretKey } from '../../../platform/secret/secret-key.js';

const DIGITS = 8;

/** Eight digits as they are read out over the telephone: made of the order's id under the server's key, kept nowhere. */
export const orderCode = (key: SecretKey, orderId: string): string => {
  const drawn = key.derive('order-code', orderId).readUIntBE(0, 6) % 10 ** DIGITS;
  const digits = String(drawn).padStart(DIGITS, '0');
  return `${digits.slice(0, 4)} ${digits.slice(4)}`;
};

const plain = (typed: string): Buffer => Buffer.from(typed.replace(/\D/g, ''));

/** Whether what was typed, with whatever spaces, is the order's code. */
export const isOrderCode = (key: SecretKey, orderId: string, typed: string): boolean => {
  const [one, other] = [plain(typed), plain(orderCode(key, orderId))];
  return one.length === other.length && timingSafeEqual(one, other);
};
