import { freightOf, type FreightRate } from '../pool/award-rule.js';
import type { WholeTerms } from './bid-terms.js';

/** What a bid adds to its price in each kecamatan. */
export interface Extras {
  /** Null where it does not deliver; what is left out adds nothing. */
  readonly surchargeRpPerUnit: Readonly<Record<string, number | null>>;
  /** Of an ex-warehouse bid, by the pool's tariff. */
  readonly freightRpPerUnit: Readonly<Record<string, number>>;
}

/**
 * Surcharges and freight of a bid in these kecamatan, as the award counts them.
 *
 *   surcharge 35.71.01: 50                       -> surcharge 35.71.01: 50
 *   from warehouse 35.71, tariff to 35.71.01: 30 -> freight 35.71.01: 30; elsewhere it does not deliver
 */
export const listExtras = (
  { surcharges, warehouseCode }: Pick<WholeTerms, 'surcharges' | 'warehouseCode'>,
  zoneCodes: readonly string[],
  tariff: readonly FreightRate[],
): Extras => {
  const surchargeRpPerUnit: Record<string, number | null> = Object.fromEntries(
    surcharges.map(({ zoneCode, rpPerUnit }) => [zoneCode, rpPerUnit]),
  );
  const freightRpPerUnit: Record<string, number> = {};
  if (warehouseCode !== null)
    for (const zoneCode of zoneCodes) {
      const rate = freightOf(tariff, warehouseCode, zoneCode);
      if (rate === null) surchargeRpPerUnit[zoneCode] = null;
      else freightRpPerUnit[zoneCode] = rate;
    }
  return { surchargeRpPerUnit, freightRpPerUnit };
};
