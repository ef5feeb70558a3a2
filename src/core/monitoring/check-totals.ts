import type { PoolTotals } from './pool-facts.js';

/** Two numbers that must be the same, however far the pool has come. */
export interface Check {
  readonly name: string;
  readonly holds: boolean;
  readonly left: number;
  readonly right: number;
}

const check = (name: string, left: number, right: number): Check => ({
  name,
  holds: left === right,
  left,
  right,
});

/**
 * Whether what goes in comes out, at every step of the river. `dueRp` is recomputed from receipts,
 * awards and shares, not read from any invoice.
 *
 *   asked 100 = allocated 90 + short 4 + refused 6 + unshared 0 + unformed 0 -> holds, 100 and 100
 */
export const checkTotals = (totals: PoolTotals, dueRp: number): Check[] => [
  check(
    'asked = allocated + short + refused + unshared + unformed',
    totals.askedPacks,
    totals.allocatedPacks +
      totals.shortPacks +
      totals.refusedPacks +
      totals.unsharedPacks +
      totals.unformedPacks,
  ),
  check('awarded = allocated + surplus', totals.awardedPacks, totals.namedPacks + totals.surplusPacks),
  check('shares = allocations', totals.allocatedPacks, totals.namedPacks),
  check('allocated = on drops', totals.dueOnDropsPacks, totals.onDropsPacks),
  check(
    'shipped = accepted + quarantined + damaged + missing',
    totals.shippedPacks,
    totals.acceptedPacks + totals.quarantinedPacks + totals.damagedPacks + totals.missingPacks,
  ),
  check('requests = invoices + credits', totals.settledRequestsRp, totals.invoicedRp + totals.creditedRp),
  check('invoices = receipts at awarded prices', totals.invoicedRp, dueRp),
  check('supplier bills = sales', totals.billedRp, 0 - totals.salesRp),
  check(
    'settled lots: invoices - paid back + uncovered = supplier bills + fees',
    totals.settledInvoicesRp - totals.paidBackRp + totals.uncoveredRp,
    totals.settledBillsRp + totals.feesRp,
  ),
  check(
    'purchases + equalisation = sales + fees',
    totals.purchasesRp + totals.equalisationRp,
    0 - totals.salesRp - totals.earnedFeesRp,
  ),
  check('debits = credits', totals.debitRp, totals.creditRp),
  check('prepaid = open requests', totals.prepaidRp, totals.openRequestsRp),
  check('unearned = open requests', 0 - totals.unearnedRp, totals.openRequestsRp),
];
