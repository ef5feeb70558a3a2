/**
 * What a notification turned out to be. Only a genuine one leads to a question; none is believed. Of one that names a
 * merchant whose keys nobody has any more (`former-merchant`) nobody can say: a person is asked.
 */
export const verdicts = [
  'genuine',
  'unreadable',
  'oversized',
  'unknown-order',
  'forged',
  'former-merchant',
  'wrong-merchant',
  'wrong-amount',
] as const;
export type Verdict = (typeof verdicts)[number];

/** The fields that are judged, as they came. */
export interface NotifiedFields {
  readonly orderId: string;
  readonly statusCode: string;
  readonly grossAmount: string;
  readonly signatureKey: string;
  readonly currency: string | null;
  readonly merchantId: string | null;
}

const ours = /^SPK-[0-9a-f]{32}$/;

/** An order id that we could have given; anything else goes into no query and no path. */
export const isOurOrderId = (orderId: string): boolean => ours.test(orderId);

const textIn = (body: Readonly<Record<string, unknown>>, name: string, most: number): string | null => {
  const value = body[name];
  return typeof value === 'string' && value.length > 0 && value.length <= most ? value : null;
};

/** The fields of a notification, whatever else it holds; undefined when one that is needed is missing. */
export const readNotification = (body: unknown): NotifiedFields | undefined => {
  if (typeof body !== 'object' || body === null) return undefined;
  const fields = body as Readonly<Record<string, unknown>>;
  const orderId = textIn(fields, 'order_id', 50);
  const statusCode = textIn(fields, 'status_code', 3);
  const grossAmount = textIn(fields, 'gross_amount', 20);
  const signatureKey = textIn(fields, 'signature_key', 128);
  if (orderId === null || statusCode === null || grossAmount === null || signatureKey === null)
    return undefined;
  return {
    ...{ orderId, statusCode, grossAmount, signatureKey },
    currency: textIn(fields, 'currency', 3),
    merchantId: textIn(fields, 'merchant_id', 50),
  };
};

/** "11000000.00" -> 11000000; undefined for anything but whole rupiah. */
export const parseGross = (text: string): number | undefined => {
  const whole = /^(\d{1,15})(?:\.00)?$/.exec(text)?.[1];
  return whole === undefined ? undefined : Number(whole);
};

/** Judges what was signed against the payment it names; that the signature is right was found before. */
export const judgeNotification = (
  { grossAmount, currency, merchantId }: NotifiedFields,
  payment: { readonly amountRp: number; readonly merchantId: string },
): Verdict => {
  if (merchantId !== null && merchantId !== payment.merchantId) return 'wrong-merchant';
  if (parseGross(grossAmount) !== payment.amountRp || (currency !== null && currency !== 'IDR'))
    return 'wrong-amount';
  return 'genuine';
};
