import { worstAmountRp, type ExposedItem, type ExposedTerms, type Exposure } from './require-exposure.js';

/** A line on its way into a pool, with what already stands there under its key and what both say together. */
export interface ArrivingTerms {
  readonly item: ExposedItem;
  readonly terms: ExposedTerms;
  /** What stands there already, and counts as used; undefined: nothing. */
  readonly standing?: ExposedTerms | undefined;
}

/**
 * What a line adds to what a koperasi orders and owes: the worst of what stands there afterwards, less the worst of what
 * stood there. Packs that bring a line to a cheaper step may add less than they cost, or nothing.
 */
export const addedWorstRp = ({ item, terms, standing }: ArrivingTerms): number =>
  worstAmountRp({ ...terms, ...item }) -
  (standing === undefined ? 0 : worstAmountRp({ ...standing, ...item }));

/**
 * What a koperasi has used once a line has come too; undefined where that is above its limit. What adds nothing comes
 * also above it, as whoever asks for less is heard.
 *
 *   limit Rp10,000,000, used Rp4,000,000 | Rp6,000,000 more -> used Rp10,000,000 | Rp6,000,001 -> undefined
 */
export const fitExposure = (exposure: Exposure, arriving: ArrivingTerms): Exposure | undefined => {
  const addedRp = addedWorstRp(arriving);
  const usedRp = exposure.usedRp + addedRp;
  return addedRp <= 0 || usedRp <= exposure.limitRp ? { ...exposure, usedRp } : undefined;
};
