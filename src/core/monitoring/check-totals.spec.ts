import { checkTotals } from './check-totals.js';
import type { PoolTotals } from './pool-facts.js';

/** A pool under way: one drop invoiced with a credit, one on its way. */
const totals: PoolTotals = {
  askedPacks: 100,
  allocatedPacks: 84,
  shortPacks: 6,
  refusedPacks: 10,
  unsharedPacks: 0,
  unformedPacks: 0,
  awardedPacks: 90,
  namedPacks: 84,
  surplusPacks: 6,
  dueOnDropsPacks: 84,
  onDropsPacks: 84,
  shippedPacks: 50,
  acceptedPacks: 46,
  quarantinedPacks: 1,
  damagedPacks: 2,
  missingPacks: 1,
  invoicedRp: 460,
  creditedRp: 40,
  billedRp: 455,
  settledInvoicesRp: 300,
  paidBackRp: 10,
  uncoveredRp: 5,
  settledBillsRp: 290,
  feesRp: 5,
  settledRequestsRp: 500,
  openRequestsRp: 340,
  debitRp: 2680,
  creditRp: 2680,
  salesRp: -455,
  purchasesRp: 450,
  equalisationRp: 10,
  earnedFeesRp: -5,
  prepaidRp: 340,
  unearnedRp: -340,
};

const broken = (changed: Partial<PoolTotals>, billedRp = 460): string[] =>
  checkTotals({ ...totals, ...changed }, billedRp)
    .filter((check) => !check.holds)
    .map((check) => check.name);

describe('checkTotals', () => {
  it('holds for a pool under way', () => {
    expect(broken({})).toEqual([]);
  });

  it.each([
    ['a lost line', { askedPacks: 101 }, ['asked = allocated + short + refused + unshared + unformed']],
    ['a pack too many from the supplier', { awardedPacks: 91 }, ['awarded = allocated + surplus']],
    ['a share nobody delivers', { allocatedPacks: 85, askedPacks: 101 }, ['shares = allocations']],
    ['a pack on no drop', { onDropsPacks: 83 }, ['allocated = on drops']],
    ['a pack nobody counted', { shippedPacks: 51 }, ['shipped = accepted + quarantined + damaged + missing']],
    ['a credit too small', { creditedRp: 39 }, ['requests = invoices + credits']],
    ['sales without purchases', { purchasesRp: 449 }, ['purchases + equalisation = sales + fees']],
    ['a bill that was never booked', { billedRp: 456 }, ['supplier bills = sales']],
    [
      'a lot whose invoices are not what it cost',
      { uncoveredRp: 4 },
      ['settled lots: invoices - paid back + uncovered = supplier bills + fees'],
    ],
    ['a lame journal', { debitRp: 2681 }, ['debits = credits']],
    ['what stays prepaid', { prepaidRp: 341 }, ['prepaid = open requests']],
    ['what stays unearned', { unearnedRp: -339 }, ['unearned = open requests']],
  ] as const)('finds %s', (_, changed, names) => {
    expect(broken(changed)).toEqual(names);
  });

  it('finds an invoice at another price than awarded', () => {
    expect(broken({}, 459)).toEqual(['invoices = receipts at awarded prices']);
  });

  it('shows both numbers', () => {
    expect(checkTotals(totals, 460)[0]).toEqual({
      name: 'asked = allocated + short + refused + unshared + unformed',
      holds: true,
      left: 100,
      right: 100,
    });
  });
});
