import type { PaymentTerms } from '../../core/payment/terms/use-terms.js';
import type { ContractMode } from '../../core/pool/contract-mode.js';
import { firstSale, lastSale, type Sale } from '../../core/settlement/make-journals.js';
import type { PricedPart } from '../../core/settlement/price-lines.js';
import type { Tx } from '../../platform/db/sql.js';
import { paymentDays } from '../payment/index.js';
import { depositOfPool } from '../pool/index.js';
import { consignedRp } from './consignment/consigned-rp.js';
import { keyOf, promisedRp } from './promised-rp.js';

interface Place {
  readonly organiserId: string;
  readonly contractMode: ContractMode;
  readonly side: 'buy' | 'sell';
}

/** What a part comes to in one of its sales. */
interface Slice {
  readonly sale: Sale;
  readonly amountRp: number;
}

/** The terms of each pair of seller and buyer, for all that they sell each other here. */
const termsOfSales = async (tx: Tx, slices: readonly Slice[]): Promise<Map<string, PaymentTerms>> => {
  const sales = new Map<string, Slice>();
  for (const { sale, amountRp } of slices)
    sales.set(keyOf(sale), { sale, amountRp: (sales.get(keyOf(sale))?.amountRp ?? 0) + amountRp });
  const terms = new Map<string, PaymentTerms>();
  // First, for it locks: what is unpaid is read once nobody else gives these pairs time.
  const promised = await promisedRp(
    tx,
    [...sales.values()].map(({ sale }) => sale),
  );
  for (const [key, { sale, amountRp }] of sales) {
    const besidesRp = (promised.get(key) ?? 0) + (await consignedRp(tx, sale));
    const { sellerId: payeeId, buyerId: payerId } = sale;
    terms.set(
      key,
      await paymentDays(tx, { dueBy: 'party', bidDays: 0, payeeId, payerId, amountRp, besidesRp }),
    );
  }
  return terms;
};

/**
 * The terms that each part has by what was granted to its koperasi, where the pool declared those; null: the bid's.
 * They are fixed with the price: all that a koperasi gets of the lot from one who collects fits into its limit, beside
 * what it owes and what it was given time for already, or is paid before goods are released. What an organiser resells is on consignment only where its supplier gave it so, or
 * the supplier would wait for what it was promised in time.
 */
export const grantedTerms = async (
  tx: Tx,
  poolId: string,
  parts: readonly PricedPart[],
): Promise<(PaymentTerms | null)[]> => {
  const declared = await depositOfPool(tx, poolId);
  const place = await tx.first<Place>('SELECT organiser_id, contract_mode, side FROM pool WHERE id = $1', [
    poolId,
  ]);
  if (declared?.dueBy !== 'party' || place?.side !== 'buy') return parts.map(() => null);
  const { organiserId, contractMode } = place;
  const lines = await tx.rows<{ id: string; koperasiId: string }>(
    'SELECT id, koperasi_id FROM commitment_line WHERE id = ANY ($1)',
    [parts.map(({ lineId }) => lineId)],
  );
  const buyerOf = new Map(lines.map(({ id, koperasiId }) => [id, koperasiId]));
  const dealOf = ({ lineId, supplierId }: PricedPart) => ({
    ...{ sellerId: supplierId, buyerId: buyerOf.get(lineId) ?? '', organiserId },
  });
  const last = (part: PricedPart): Sale => lastSale(dealOf(part), contractMode);
  const first = (part: PricedPart): Sale => firstSale(dealOf(part), contractMode);
  const terms = await termsOfSales(
    tx,
    parts.map((part) => ({ sale: last(part), amountRp: part.chargeRp })),
  );
  if (contractMode === 'secondary') {
    const bought = await termsOfSales(
      tx,
      parts.map((part) => ({ sale: first(part), amountRp: part.billRp })),
    );
    return parts.map((part) => {
      const own = terms.get(keyOf(last(part))) ?? { days: 0, isConsigned: false };
      const isConsigned = own.isConsigned && bought.get(keyOf(first(part)))?.isConsigned === true;
      return { ...own, isConsigned };
    });
  }
  return parts.map((part) => terms.get(keyOf(last(part))) ?? { days: 0, isConsigned: false });
};
