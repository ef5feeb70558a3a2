import type { Answer } from '../gateway.js';
import {
  payoutStatuses,
  type GatewayPayout,
  type PayoutGateway,
  type PayoutKeys,
  type PayoutOrder,
} from '../payouts.js';
import { isGatewayId } from './gateway-id.js';
import { makeIris, type MidtransPlace } from './make-client.js';
import { readFailure } from './read-failure.js';
import { readRupiah } from './read-rupiah.js';
import { isFields, type Fields } from './read-transaction.js';
import { verifyPayoutSignature } from './verify-signature.js';

/** Banks by their clearing code, as Midtrans' payouts call them. */
const banks: Readonly<Record<string, string>> = {
  '002': 'bri',
  '008': 'mandiri',
  '009': 'bni',
  '013': 'permata',
  '014': 'bca',
  '022': 'cimb',
  '200': 'btn',
  '451': 'bsi',
};

const unknown = (reason: string): { outcome: 'unknown'; reason: string } => ({ outcome: 'unknown', reason });

const firstOf = (body: unknown): Fields | undefined => {
  const [first] = isFields(body) && Array.isArray(body.payouts) ? (body.payouts as unknown[]) : [];
  return isFields(first) ? first : undefined;
};

/** What an amount of a payout looks like: "10233.0". */
const amountOf = (written: unknown): number | undefined =>
  readRupiah(typeof written === 'string' ? written.replace(/\.0+$/, '') : written);

/**
 * Midtrans Payouts (Iris) by its official client. A create is made once per `X-Idempotency-Key`, which Midtrans keeps
 * for a day (docs.midtrans.com/reference/https-header), so that an unanswered one may be asked again.
 */
export class MidtransPayouts implements PayoutGateway {
  constructor(private readonly place: MidtransPlace) {}

  pays(bankCode: string): boolean {
    return bankCode in banks;
  }

  create(keys: PayoutKeys, order: PayoutOrder): Promise<Answer<{ readonly referenceNo: string }>> {
    const iris = makeIris(this.place, keys.makerKey, { 'X-Idempotency-Key': order.idempotencyKey });
    return this.call(keys, async () => {
      const made = firstOf(
        await iris.createPayouts({
          payouts: [
            {
              beneficiary_name: order.holderName,
              beneficiary_account: order.accountNumber,
              beneficiary_bank: banks[order.bankCode],
              amount: String(order.amountRp),
              notes: order.notes,
            },
          ],
        }),
      );
      const referenceNo = made?.reference_no;
      return typeof referenceNo === 'string' && isGatewayId(referenceNo)
        ? { outcome: 'done', value: { referenceNo } }
        : unknown('MALFORMED');
    });
  }

  approve(keys: PayoutKeys, referenceNo: string): Promise<Answer<null>> {
    const iris = makeIris(this.place, keys.approverKey);
    return this.call(keys, async () => {
      await iris.approvePayouts({ reference_nos: [referenceNo] });
      return { outcome: 'done', value: null };
    });
  }

  status(keys: PayoutKeys, referenceNo: string): Promise<Answer<GatewayPayout>> {
    const iris = makeIris(this.place, keys.makerKey);
    return this.call(keys, async () => {
      if (!isGatewayId(referenceNo))
        return { outcome: 'refused', code: 400, message: 'the reference is none' };
      const body = await iris.getPayoutDetails(referenceNo);
      const said = isFields(body) ? body : {};
      const status = payoutStatuses.find((known) => known === String(said.status).toLowerCase());
      const amountRp = amountOf(said.amount);
      if (status === undefined || amountRp === undefined || said.reference_no !== referenceNo)
        return unknown('MALFORMED');
      const reason = typeof said.error_message === 'string' ? said.error_message.slice(0, 300) : null;
      return { outcome: 'done', value: { referenceNo, status, amountRp, reason } };
    });
  }

  isSigned({ merchantKey }: PayoutKeys, raw: Buffer, signature: string): boolean {
    return verifyPayoutSignature(raw, signature, merchantKey);
  }

  private async call<Value>(
    { makerKey, approverKey, merchantKey }: PayoutKeys,
    work: () => Promise<Answer<Value>>,
  ): Promise<Answer<Value>> {
    try {
      return await work();
    } catch (thrown) {
      return readFailure(thrown, [makerKey, approverKey, merchantKey]);
    }
  }
}
