import type { WholeTerms } from '../bid/bid-terms.js';
import type { SupplierPoolTerms } from '../bid/supplier-terms.js';
import { freightOf, type AwardRule } from '../pool/award-rule.js';
import type { AwardProblem, ProblemBid, ProblemLot, SupplierTerms } from './joint/award-problem.js';

/** A lot as the award reads it: packs by zone and koperasi. */
export interface LotToState {
  readonly lotId: string;
  readonly packSizeMilli: number;
  readonly limitRpPerUnit: number;
  /** What each koperasi asks for in its zone; one entry per koperasi and zone. */
  readonly claims: readonly { readonly zoneId: string; readonly packs: number }[];
}

export interface BidToState extends WholeTerms {
  readonly bidId: string;
  readonly lotId: string;
  readonly supplierId: string;
  /** ISO 8601 instant. */
  readonly submittedAt: string;
}

export interface SupplierToState extends SupplierPoolTerms {
  readonly supplierId: string;
  readonly isReserved: boolean;
}

export interface FactsToState {
  readonly side: 'buy' | 'sell';
  readonly rule: AwardRule;
  readonly lots: readonly LotToState[];
  /** Those that ask for nothing over all lots and have no reserved share may be left out. */
  readonly suppliers: readonly SupplierToState[];
  readonly bids: readonly BidToState[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

const demandsOf = (claims: LotToState['claims'], needsBuyers: boolean): ProblemLot['demands'] => {
  const zones = new Map<string, number[]>();
  for (const { zoneId, packs } of claims) {
    const buyers = zones.get(zoneId);
    if (buyers) buyers.push(packs);
    else zones.set(zoneId, [packs]);
  }
  return [...zones]
    .sort(([a], [b]) => byText(a, b))
    .map(([zoneId, buyers]) => ({
      zoneId,
      packs: buyers.reduce((sum, packs) => sum + packs, 0),
      ...(needsBuyers ? { buyers: buyers.sort((a, b) => b - a) } : {}),
    }));
};

/** Surcharge and freight by zone; a zone without a freight rate is one the bid does not reach. */
const placesOf = (
  bid: BidToState,
  zoneIds: readonly string[],
  rule: AwardRule,
): Pick<ProblemBid, 'surchargeRpPerUnit' | 'freightRpPerUnit'> => {
  const surcharges = new Map<string, number | null>(
    bid.surcharges.map(({ zoneCode, rpPerUnit }) => [zoneCode, rpPerUnit]),
  );
  const freight = new Map<string, number>();
  for (const zoneId of bid.warehouseCode === null ? [] : zoneIds) {
    const rate = freightOf(rule.freight, bid.warehouseCode ?? '', zoneId);
    if (rate === null) surcharges.set(zoneId, null);
    else if (rate > 0) freight.set(zoneId, rate);
  }
  const sorted = <Value>(map: ReadonlyMap<string, Value>): Record<string, Value> =>
    Object.fromEntries([...map].sort(([a], [b]) => byText(a, b)));
  return { surchargeRpPerUnit: sorted(surcharges), freightRpPerUnit: sorted(freight) };
};

/**
 * States lots, bids and terms as the problem that the engine solves. What is the same comes out the same,
 * whatever the order it came in, for the problem is kept and shown with the award.
 *
 *   lot of 32.71.01 30 + 10, 32.71.02 20; two bids; no terms -> zones of 40 and 20 packs, two neutral suppliers
 *   ex-warehouse bid from 32.71, tariff to 32.71.01 only     -> 32.71.02 is not delivered
 */
export const stateProblem = ({ side, rule, lots, suppliers, bids }: FactsToState): AwardProblem => {
  const termsOf = new Map(suppliers.map((supplier) => [supplier.supplierId, supplier]));
  const stated = [...lots]
    .sort((a, b) => byText(a.lotId, b.lotId))
    .map((lot): ProblemLot => ({
      lotId: lot.lotId,
      packSizeMilli: lot.packSizeMilli,
      limitRpPerUnit: lot.limitRpPerUnit,
      maxShareBps: rule.maxShareBps,
      minSuppliers: rule.minSuppliers,
      missingSupplierRp: rule.missingSupplierRp,
      reservedShareBps: rule.reservedShareBps,
      unserved: 'weighed',
      demands: demandsOf(
        lot.claims,
        bids.some(({ lotId, maxPerBuyerPacks }) => lotId === lot.lotId && maxPerBuyerPacks !== null),
      ),
    }));
  const zonesOf = new Map(stated.map(({ lotId, demands }) => [lotId, demands.map(({ zoneId }) => zoneId)]));
  return {
    side,
    annualRateBps: rule.annualRateBps,
    lots: stated,
    suppliers: [...new Set(bids.map(({ supplierId }) => supplierId))]
      .sort(byText)
      .map((supplierId): SupplierTerms => {
        const terms = termsOf.get(supplierId);
        return {
          supplierId,
          isReserved: terms?.isReserved ?? false,
          fixedChargeRp: terms?.fixedChargeRp ?? 0,
          capacityMilli: terms?.capacityMilli ?? null,
          minimumOrderRp: terms?.minimumOrderRp ?? 0,
        };
      }),
    bids: [...bids]
      .sort((a, b) => byText(a.bidId, b.bidId))
      .map((bid): ProblemBid => ({
        bidId: bid.bidId,
        supplierId: bid.supplierId,
        lotId: bid.lotId,
        submittedAt: bid.submittedAt,
        capacityPacks: bid.capacityPacks,
        minimumPacks: bid.minimumPacks,
        maxPerBuyerPacks: bid.maxPerBuyerPacks,
        tierKind: bid.tierKind,
        tiers: bid.tiers,
        ...placesOf(bid, zonesOf.get(bid.lotId) ?? [], rule),
        taxBps: bid.taxBps,
        paymentDays: bid.paymentDays,
      })),
  };
};
