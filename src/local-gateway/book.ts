import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export const methods = ['bca', 'bni', 'bri', 'permata', 'echannel', 'qris'] as const;
export type Method = (typeof methods)[number];

export type Status = 'pending' | 'settlement' | 'deny' | 'cancel' | 'expire' | 'refund' | 'partial_refund';

/** Moments are milliseconds since 1970; amounts whole rupiah. */
export interface Refund {
  readonly number: number;
  readonly key: string;
  readonly amountRp: number;
  readonly reason: string;
  readonly createdAt: number;
  confirmedAt: number | null;
}

export interface Transaction {
  readonly merchant: string;
  readonly orderId: string;
  readonly transactionId: string;
  readonly method: Method;
  readonly amountRp: number;
  readonly payerName: string;
  readonly items: readonly string[];
  readonly createdAt: number;
  readonly expiresAt: number;
  /** The number of a virtual account, the key of a bill, the text of a QRIS. */
  readonly number: string;
  readonly notifyUrls: readonly string[];
  readonly refunds: Refund[];
  status: Status;
  settledAt: number | null;
}

/** A Snap page whose payer has not picked a method yet. */
export interface SnapPage {
  readonly token: string;
  readonly merchant: string;
  readonly orderId: string;
  readonly amountRp: number;
  readonly payerName: string;
  readonly items: readonly string[];
  readonly expiresAt: number;
  readonly notifyUrls: readonly string[];
}

export type PayoutStatus = 'queued' | 'approved' | 'rejected' | 'processed' | 'completed' | 'failed';

export interface Payout {
  readonly merchant: string;
  readonly referenceNo: string;
  readonly amountRp: number;
  readonly bank: string;
  readonly account: string;
  readonly name: string;
  readonly notes: string;
  readonly createdAt: number;
  status: PayoutStatus;
  reason: string | null;
}

/** A notification on its way to one address. */
export interface Letter {
  readonly id: string;
  readonly to: string;
  readonly about: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** What each attempt was answered: an HTTP status, or 0 for no answer. */
  readonly answers: number[];
  /** Null once nothing more is tried. */
  nextAt: number | null;
}

/** All that the gateway knows. */
export interface Book {
  readonly transactions: Transaction[];
  readonly pages: SnapPage[];
  readonly payouts: Payout[];
  readonly letters: Letter[];
}

export const openBook = (file: string | undefined): Book =>
  file !== undefined && existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as Book)
    : { transactions: [], pages: [], payouts: [], letters: [] };

/** Writes it whole or not at all: a gateway that is killed meanwhile finds what stood before. */
export const keepBook = (file: string, book: Book): void => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, JSON.stringify(book));
  renameSync(`${file}.new`, file);
};

/** So many letters are remembered of which nothing more comes. */
const LETTERS_KEPT = 5000;

/** Forgets the oldest of those that are over, so that a gateway may run for weeks. */
export const forgetLetters = ({ letters }: Book): void => {
  const over = letters.filter(({ nextAt }) => nextAt === null);
  const gone = new Set(over.slice(0, Math.max(0, over.length - LETTERS_KEPT)));
  if (gone.size > 0) letters.splice(0, letters.length, ...letters.filter((letter) => !gone.has(letter)));
};
