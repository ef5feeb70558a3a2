import type { LinearColumn, LinearRow } from '../linear-model.js';
import type { ProblemLot, SupplierTerms } from './award-problem.js';
import type { Block, Offer, Place } from './offer.js';

/** What a column stands for; costs are milli-rupiah, weights with less always better. */
export type JointColumn =
  | PacksColumn
  /** Packs of an incremental bid that fall into a tier. */
  | (LinearColumn & { readonly kind: 'fill'; readonly offer: Offer; readonly block: Block })
  /** All-units: the tier prices the bid. Incremental: the tier is reached; the first one, that the bid is used. */
  | (LinearColumn & { readonly kind: 'chosen'; readonly offer: Offer; readonly block: Block })
  | (LinearColumn & { readonly kind: 'used'; readonly supplier: SupplierTerms })
  | (LinearColumn & { readonly kind: 'unserved'; readonly place: Place })
  /** Suppliers short of those wished for. */
  | (LinearColumn & { readonly kind: 'missing'; readonly lot: ProblemLot });

/** Packs of a bid to a zone: at a tier (all-units) or over all of them (incremental, null). */
export type PacksColumn = LinearColumn & {
  readonly kind: 'packs';
  readonly offer: Offer;
  readonly place: Place;
  readonly block: Block | null;
};

export type JointRow = LinearRow<JointColumn>;

/** The columns of one offer. */
export interface OfferColumns {
  readonly offer: Offer;
  readonly packs: readonly PacksColumn[];
  readonly fills: readonly JointColumn[];
  readonly chosen: readonly JointColumn[];
  /** Chosen columns of which exactly one is 1 when the bid is used. */
  readonly uses: readonly JointColumn[];
}

export interface JointModel {
  readonly columns: readonly JointColumn[];
  /** Enough for a correct award. */
  readonly rows: readonly JointRow[];
  /** x <= y: implied at whole choices, they make the relaxation tight. */
  readonly links: readonly JointRow[];
  /** Milli-rupiah to add to the columns' costs. */
  readonly offset: bigint;
  /** Every cost is a multiple of it, milli-rupiah. */
  readonly grainMilliRp: number;
  /** Costs go to the solver divided by it, so that their sum stays a moderate double. */
  readonly scale: number;
}
