import type { Letter, Payout, Transaction } from './book.js';
import type { Fault } from './faults.js';

/** What nobody can do to a real gateway: being its payers, its banks, its bad days. */
export interface Steering {
  /** The payer pays the order. @throws when it no longer waits. */
  pay(orderId: string): void;
  /** Money that comes after the expiry, and is settled all the same. */
  payLate(orderId: string): void;
  /** The bank takes a settled payment back, as Permata and Mandiri do. */
  reverse(orderId: string): void;
  /** The order expires now. */
  expireNow(orderId: string): void;
  /** The payer of a Snap page picks a method. */
  pick(orderId: string, method: Transaction['method']): void;
  movePayout(referenceNo: string, to: 'processed' | 'completed' | 'failed', reason?: string): void;
  fault(fault: Fault): void;
  clearFaults(): void;
  /** From now on notifications wait until they are released. */
  holdNotifications(): void;
  /** Sends those that waited one by one, in the order that `arrange` gives; as they came unless told. */
  releaseNotifications(arrange?: (letters: readonly Letter[]) => readonly Letter[]): Promise<void>;
  /** Sends the notification of how the order stands once more. */
  renotify(orderId: string): void;
  /** Where notifications go from now on that name no address of their own. */
  notifyTo(url: string | undefined): void;
  notifyPayoutsTo(url: string | undefined): void;
  /** Puts the gateway's clock forward; what expires by it expires. */
  passTime(ms: number): void;
  /** Once no notification is under way; retries still to come are not waited for. */
  idle(): Promise<void>;
  transactions(): readonly Transaction[];
  payouts(): readonly Payout[];
  notifications(): readonly Letter[];
}
