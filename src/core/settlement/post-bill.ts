import { refuseBroken } from '../kernel/refuse.js';
import { refuseSettlement } from './refusals.js';

/** A line of an order, as far as a bill is judged by it. */
export interface BillableLine {
  readonly orderLineId: string;
  readonly sellerId: string;
  readonly buyerId: string;
  readonly poolId: string;
}

export interface BillToPost {
  /** Civil day on the seller's paper. */
  readonly billedOn: string;
  readonly lines: readonly {
    /** Null: goods that no order names. */
    readonly orderLineId: string | null;
    readonly description: string;
    readonly packs: number;
    readonly amountRp: number;
    readonly taxRp: number;
  }[];
}

/** Whose bill it is: one seller's to one buyer, of one pool. */
export type BillParties = Omit<BillableLine, 'orderLineId'>;

/**
 * Judges a seller's bill as it comes; what it asks for is laid beside order and receipts afterwards. It names lines of its
 * seller's own orders, each once, all of one buyer and pool; `today` is the organiser's civil day.
 *
 * @throws Refusal naming every field that is wrong.
 */
export const postBill = (
  sellerId: string,
  bill: BillToPost,
  known: readonly BillableLine[],
  today: string | undefined,
): BillParties => {
  const lineOf = new Map(known.map((line) => [line.orderLineId, line]));
  const named = bill.lines.map(({ orderLineId }) => orderLineId);
  refuseBroken(
    bill.lines.flatMap(({ orderLineId, description, packs, amountRp, taxRp }, at) => {
      const field = (name: string): string => `lines.${at}.${name}`;
      const own = orderLineId === null ? undefined : lineOf.get(orderLineId);
      return [
        ...(orderLineId !== null && own?.sellerId !== sellerId
          ? [refuseSettlement('ORDER_LINE_NOT_YOURS', {}, field('orderLineId'))]
          : []),
        ...(orderLineId !== null && named.indexOf(orderLineId) < at
          ? [refuseSettlement('ORDER_LINE_TWICE', {}, field('orderLineId'))]
          : []),
        ...(orderLineId === null && description.trim() === ''
          ? [refuseSettlement('GOODS_WITHOUT_NAME', {}, field('description'))]
          : []),
        ...(amountRp < packs ? [refuseSettlement('BILLED_BELOW_A_RUPIAH', {}, field('amountRp'))] : []),
        ...(taxRp * 2 >= amountRp ? [refuseSettlement('TAX_ABOVE_THE_PRICE', {}, field('taxRp'))] : []),
      ];
    }),
  );
  const [first, ...others] = known;
  if (first === undefined) throw refuseSettlement('BILL_WITHOUT_ORDER', {}, 'lines');
  const { buyerId, poolId } = first;
  if (others.some((line) => line.buyerId !== buyerId || line.poolId !== poolId))
    throw refuseSettlement('BILL_OF_SEVERAL_BUYERS', {}, 'lines');
  if (today !== undefined && bill.billedOn > today)
    throw refuseSettlement('BILL_FROM_THE_FUTURE', { today }, 'billedOn');
  return { sellerId, buyerId, poolId };
};
