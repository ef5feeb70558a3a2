import { toSafe } from '../kernel/quantity.js';
import { assertWhole } from '../kernel/whole.js';

/**
 * How a line stands to value added tax: charged (`ppn`); goods that are exempt (`exempt`); a seller who charges none
 * (`none`); goods whose standing nobody has settled (`check`), of which none is taken out.
 */
export const taxCodes = ['ppn', 'exempt', 'none', 'check'] as const;
export type TaxCode = (typeof taxCodes)[number];

/** A rate that holds from a day on: so much of so many parts of the price without tax. */
export interface TaxRate {
  readonly validFrom: string;
  readonly rateBps: number;
  readonly baseNumerator: number;
  readonly baseDenominator: number;
}

export interface LineTax {
  readonly code: TaxCode;
  /** What the tax is reckoned on (DPP). */
  readonly baseRp: number;
  /** Contained in the amount. */
  readonly taxRp: number;
  /** Of which rate. */
  readonly rateFrom: string | null;
}

/** What the catalog says of a commodity's tax. */
export type CommodityTax = 'exempt' | 'taxable' | 'check' | 'special';

/** The rate of a civil day. */
export const rateOn = (rates: readonly TaxRate[], day: string): TaxRate | undefined =>
  rates
    .filter(({ validFrom }) => validFrom <= day)
    .sort((one, other) => (one.validFrom < other.validFrom ? 1 : -1))[0];

/**
 * The tax contained in a line's amount, for prices in the river are landed, tax included. Its part of the amount is
 * rounded down; the base follows from what is left, so that amount = net + tax whatever is rounded.
 *
 *   12 % of 11/12, Rp1,110,000 of cooking oil | tax 110,000, net 1,000,000, base 916,666
 *   rice, or a seller without PKP             | tax 0, base 0
 *
 * @throws RangeError where a tax is to be charged and there is no rate.
 */
export const taxLine = (
  amountRp: number,
  commodity: CommodityTax,
  seller: { readonly isPkp: boolean },
  rate: TaxRate | undefined,
): LineTax => {
  assertWhole(amountRp, 'amountRp');
  const free = (code: TaxCode): LineTax => ({ code, baseRp: 0, taxRp: 0, rateFrom: null });
  if (!seller.isPkp) return free('none');
  if (commodity === 'exempt') return free('exempt');
  if (commodity !== 'taxable') return free('check');
  if (rate === undefined) throw new RangeError('there is no rate of value added tax for this day');
  const { rateBps, baseNumerator, baseDenominator, validFrom } = rate;
  const part = BigInt(rateBps) * BigInt(baseNumerator);
  const whole = 10_000n * BigInt(baseDenominator);
  const taxRp = toSafe((BigInt(amountRp) * part) / (whole + part));
  const baseRp = toSafe((BigInt(amountRp - taxRp) * BigInt(baseNumerator)) / BigInt(baseDenominator));
  return { code: 'ppn', baseRp, taxRp, rateFrom: validFrom };
};
