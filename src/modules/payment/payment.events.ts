import type { DueKind } from '../../core/payment/dues.js';
import { eventType } from '../../platform/event/event.js';

interface AboutDue {
  readonly dueId: string;
  readonly kind: DueKind;
  /** What the due is for: the deposit, the payment request, the bill. */
  readonly subjectId: string;
}

/** Nothing is open of a due any more; the gateway may still take a payment back. */
export const DueSettled = eventType<AboutDue>('DueSettled');
/** A settled due can no longer be reversed by the channel it was paid through: goods may go. */
export const DueFirm = eventType<AboutDue>('DueFirm');
/** Somebody is to be reminded of a due, outside the system too. */
export const DueReminded = eventType<{ reminderId: string }>('DueReminded');
/** A payment was taken back: the due is open again. */
export const DueReopened = eventType<AboutDue>('DueReopened');
/** Something has come as a notification of the gateway: whether it is one is still to be found out. */
export const NotificationReceived = eventType<{ notificationId: string }>('NotificationReceived');
