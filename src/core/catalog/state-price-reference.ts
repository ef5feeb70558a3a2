import { refuseCatalog } from './refusals.js';

/** A dated reference price as somebody states it, with where it is written. */
export interface PriceStatement {
  readonly minRp: number | null;
  readonly maxRp: number;
  readonly unitCode: string;
}

export interface StatedUnit {
  readonly code: string;
  readonly dimension: string;
  readonly factorToBase: number | null;
}

/**
 * Judges a reference price: its range must have two ends in order, and it must be per base unit (kg, litre,
 * piece), since every price here is: "Rp75,000 per sack" says nothing without the sack.
 */
export const statePriceReference = (statement: PriceStatement, unit: StatedUnit | undefined): void => {
  const { unitCode, minRp, maxRp } = statement;
  if (unit === undefined) throw refuseCatalog('UNIT_UNKNOWN', { unit: unitCode }, 'unitCode');
  if (unit.dimension === 'package' || unit.factorToBase !== 1)
    throw refuseCatalog('UNIT_IS_NO_MEASURE', { unit: unitCode }, 'unitCode');
  if (minRp !== null && minRp > maxRp) throw refuseCatalog('LOWEST_ABOVE_HIGHEST', {}, 'minRp');
};
