import { refuseBroken, type Refusal } from '../kernel/refuse.js';
import { listBrokenSchedule } from './list-broken-schedule.js';
import type { CurrentOffer, OfferTerms } from './offer-terms.js';
import { refuseOffer } from './refusals.js';

export interface Publication {
  readonly supplier: {
    readonly isActive: boolean;
    /** Left out: qualified. */ readonly isQualified?: boolean;
  };
  readonly packCode: string;
  readonly isPackBiddable: boolean;
  readonly regionCode: string;
  /** Kecamatan of the region; undefined where there is no such city or regency. */
  readonly districtCodes: readonly string[] | undefined;
  readonly current: CurrentOffer | null;
  readonly terms: OfferTerms;
  /** In the order in which they were sent. */
  readonly surchargedDistricts: readonly string[];
  /** The civil day that it is by the database's clock. */
  readonly today: string;
}

/** The revision to append; null when the current one says the same already. */
export type NextOffer = { readonly revision: number; readonly action: 'published' | 'replaced' } | null;

const listBrokenDistricts = ({ surchargedDistricts, districtCodes }: Publication): Refusal[] => {
  const known = new Set(districtCodes);
  return surchargedDistricts.flatMap((district, place) => {
    const field = `surcharges.${place}.districtCode`;
    if (!known.has(district)) return [refuseOffer('OFFER_DISTRICT_UNKNOWN', { district }, field)];
    return surchargedDistricts.indexOf(district) < place
      ? [refuseOffer('OFFER_DISTRICT_TWICE', { district }, field)]
      : [];
  });
};

/** Every rule that an offer breaks, each on its field. */
const listBroken = (publication: Publication): Refusal[] => {
  const { terms, packCode, isPackBiddable, regionCode, districtCodes, today } = publication;
  const broken = listBrokenSchedule(terms).map(({ rule, params, field }) =>
    refuseOffer(`OFFER_${rule}`, params, field),
  );
  if (!isPackBiddable) broken.push(refuseOffer('OFFER_PACK_UNKNOWN', { pack: packCode }, 'packCode'));
  if (districtCodes === undefined)
    broken.push(refuseOffer('OFFER_REGION_UNKNOWN', { region: regionCode }, 'regionCode'));
  else broken.push(...listBrokenDistricts(publication));
  if (terms.validFrom > terms.validUntil)
    broken.push(refuseOffer('OFFER_DAYS_REVERSED', { until: terms.validUntil }, 'validFrom'));
  if (terms.validUntil < today) broken.push(refuseOffer('OFFER_DAYS_PAST', {}, 'validUntil'));
  return broken;
};

const isSameRecord = (
  one: Readonly<Record<string, number | null>>,
  other: Readonly<Record<string, number | null>>,
): boolean => {
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
};

const isSame = (one: OfferTerms, other: OfferTerms): boolean =>
  one.capacityPacks === other.capacityPacks &&
  one.minimumPacks === other.minimumPacks &&
  one.leadTimeDays === other.leadTimeDays &&
  one.tierKind === other.tierKind &&
  one.validFrom === other.validFrom &&
  one.validUntil === other.validUntil &&
  isSameRecord(one.surchargeRpPerUnit, other.surchargeRpPerUnit) &&
  one.tiers.length === other.tiers.length &&
  one.tiers.every(({ fromPacks, priceRpPerUnit }, place) => {
    const twin = other.tiers[place];
    return twin?.fromPacks === fromPacks && twin.priceRpPerUnit === priceRpPerUnit;
  });

/**
 * Judges a standing offer. All broken rules are told at once; the first gives the code. It binds the pools
 * that open after it: those open already keep what stood when they opened.
 *
 *   none yet                        -> revision 1, published
 *   revision 1 stands, other prices -> revision 2, replaced
 *   revision 1 stands, same terms   -> null: sending twice is sending once
 *   revision 2 ended                -> revision 3, published
 *
 * @throws Refusal
 */
export const publishOffer = (publication: Publication): NextOffer => {
  const { supplier, current, terms } = publication;
  if (supplier.isQualified === false) throw refuseOffer('OFFER_SUPPLIER_NOT_QUALIFIED');
  if (!supplier.isActive) throw refuseOffer('OFFER_SUPPLIER_SUSPENDED');
  refuseBroken(listBroken(publication));
  if (!current) return { revision: 1, action: 'published' };
  if (current.terms && isSame(current.terms, terms)) return null;
  return { revision: current.revision + 1, action: current.terms ? 'replaced' : 'published' };
};

/**
 * Judges the end of an offer; a suspended supplier may end its offers too. Pools that are open keep it.
 * @returns the number of the revision to append. @throws Refusal
 */
export const endOffer = (current: CurrentOffer): number => {
  if (current.terms === null) throw refuseOffer('OFFER_ALREADY_ENDED');
  return current.revision + 1;
};
