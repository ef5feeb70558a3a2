import { sumOf } from '../kernel/sum-of.js';
import { sliceAmount } from './slice-amount.js';

/** A line of a purchase order, with what receipts say of it so far. */
export interface OrderedLine {
  readonly packs: number;
  /** Landed, tax included; of it the tax. */
  readonly amountRp: number;
  readonly taxRp: number;
  /** Whether its goods were counted at the gate; before, what is billed waits. */
  readonly isReceived: boolean;
  readonly acceptedPacks: number;
  /** What the accepted packs come to at the ordered price, by grade. */
  readonly acceptedRp: number;
}

/** What a seller bills for a line of an order. */
export interface BilledLine {
  readonly packs: number;
  /** Tax included; of it the tax. */
  readonly amountRp: number;
  readonly taxRp: number;
  /** What it came to when its bill ended by a credit note or an acceptance: that stays. Left out: it has not. */
  readonly kept?: MatchedLine | null;
}

/**
 * How a billed line differs. Held back: goods that nobody ordered; packs above the order; packs that were not accepted, or
 * not received yet; the price above the ordered one; tax above what is contained. Shown only: price or tax below.
 */
export const heldKinds = [
  'never-ordered',
  'above-order',
  'not-accepted',
  'not-received-yet',
  'above-price',
  'above-tax',
] as const;
export const shownKinds = ['below-price', 'below-tax'] as const;
export const differenceKinds = [...heldKinds, ...shownKinds] as const;
export type DifferenceKind = (typeof differenceKinds)[number];

export interface Difference {
  readonly kind: DifferenceKind;
  /** Packs concerned. */
  readonly packs: number;
  readonly amountRp: number;
}

export interface MatchedLine {
  readonly matchedPacks: number;
  /** What may be paid. */
  readonly matchedRp: number;
  /** What may not; matched and held are what was billed. */
  readonly heldRp: number;
  readonly differences: readonly Difference[];
}

/** A tax that is a rupiah off was rounded otherwise. */
const ROUNDING_RP = 1;

const slices = (billed: BilledLine, ...packs: readonly number[]): number[] => {
  let from = 0;
  return packs.map((some) => {
    const rp = sliceAmount(billed.amountRp, billed.packs, from, from + some);
    from += some;
    return rp;
  });
};

/** @param taken what other lines come to already. */
const matchOne = (
  ordered: OrderedLine,
  billed: BilledLine,
  { packs: takenPacks, keptRp }: { readonly packs: number; readonly keptRp: number },
): MatchedLine => {
  const matchedPacks = Math.min(billed.packs, Math.max(0, ordered.acceptedPacks - takenPacks));
  const left = billed.packs - matchedPacks;
  const abovePacks = Math.min(left, Math.max(0, takenPacks + billed.packs - ordered.packs));
  const missedPacks = left - abovePacks;
  const [ownRp = 0, missedRp = 0, aboveRp = 0] = slices(billed, matchedPacks, missedPacks, abovePacks);
  const agreedRp =
    matchedPacks === 0
      ? 0
      : sliceAmount(ordered.acceptedRp, ordered.acceptedPacks, takenPacks, takenPacks + matchedPacks);
  const pricedRp = Math.min(ownRp, agreedRp, Math.max(0, ordered.acceptedRp - keptRp));
  const ownTaxRp = sliceAmount(billed.taxRp, billed.packs, 0, matchedPacks);
  const dueTaxRp = ordered.amountRp === 0 ? 0 : sliceAmount(ordered.taxRp, ordered.amountRp, 0, pricedRp);
  const taxOffRp = ownTaxRp - dueTaxRp;
  const heldTaxRp = taxOffRp > ROUNDING_RP ? Math.min(taxOffRp, pricedRp) : 0;
  const found: Difference[] = [
    {
      kind: ordered.isReceived ? 'not-accepted' : 'not-received-yet',
      packs: missedPacks,
      amountRp: missedRp,
    },
    { kind: 'above-order', packs: abovePacks, amountRp: aboveRp },
    { kind: 'above-price', packs: matchedPacks, amountRp: ownRp - pricedRp },
    { kind: 'above-tax', packs: matchedPacks, amountRp: heldTaxRp },
    { kind: 'below-price', packs: matchedPacks, amountRp: agreedRp - pricedRp },
    { kind: 'below-tax', packs: matchedPacks, amountRp: -taxOffRp > ROUNDING_RP ? -taxOffRp : 0 },
  ];
  const matchedRp = pricedRp - heldTaxRp;
  return {
    matchedPacks,
    matchedRp,
    heldRp: billed.amountRp - matchedRp,
    differences: found.filter(
      ({ kind, packs, amountRp }) =>
        amountRp > 0 || (packs > 0 && ['not-accepted', 'not-received-yet', 'above-order'].includes(kind)),
    ),
  };
};

/**
 * Lays what was billed for a line of an order, bill by bill, beside order and receipts (three-way match). Of the packs that
 * were accepted each is paid once, to the earlier bill, at the billed price or the ordered one, whichever is less; the
 * rest is held, each part with its reason. Sums of receipts are all it reads: their order leaves no trace.
 *
 *   ordered 20 sacks for Rp10,500,000, 18 accepted
 *   billed 18 for Rp9,450,000             | matched Rp9,450,000
 *   billed 20 for Rp10,500,000            | matched Rp9,450,000, held Rp1,050,000 not accepted
 *   billed 18 for Rp9,540,000             | matched Rp9,450,000, held Rp90,000 above price
 *   billed 10 for Rp5,250,000, twice      | all of the first, 8 sacks of the second; 2 not accepted
 *
 * A line of a bill that has ended keeps what it came to, and its packs with it: what was credited or accepted once is
 * not reckoned anew when another bill is withdrawn.
 */
export const matchBill = (ordered: OrderedLine, billed: readonly BilledLine[]): MatchedLine[] => {
  const ended = billed.flatMap(({ kept }) => (kept == null ? [] : [kept]));
  const sums = {
    packs: sumOf(ended, ({ matchedPacks }) => matchedPacks),
    keptRp: sumOf(ended, ({ matchedRp }) => matchedRp),
  };
  const isFree = ended.length === 0;
  return billed.map((line) => {
    if (line.kept != null) return line.kept;
    const matched = matchOne(ordered, line, isFree ? { ...sums, keptRp: 0 } : sums);
    sums.packs += matched.matchedPacks;
    sums.keptRp += matched.matchedRp;
    return matched;
  });
};

/** What nobody ordered: all of it is held. */
export const neverOrdered = ({ packs, amountRp }: BilledLine): MatchedLine => ({
  matchedPacks: 0,
  matchedRp: 0,
  heldRp: amountRp,
  differences: [{ kind: 'never-ordered', packs, amountRp }],
});

/**
 * Where a seller's bill stands: `held` while goods of it are to be received; `agreed`; `differs`; `credited`: the seller
 * took back what is held; `accepted`: two people of its buyer agreed to pay that too; `withdrawn`: all of it.
 */
export const billStates = ['held', 'agreed', 'differs', 'credited', 'accepted', 'withdrawn'] as const;
export type BillState = (typeof billStates)[number];

/** Nothing follows for it any more from orders, receipts or other bills. */
export const hasEnded = (state: BillState): boolean =>
  state === 'credited' || state === 'accepted' || state === 'withdrawn';

/** A bill's state by its lines; one that has ended stays so. */
export const judgeBill = (state: BillState, lines: readonly MatchedLine[]): BillState => {
  if (hasEnded(state)) return state;
  const kinds = lines.flatMap(({ differences }) => differences.map(({ kind }) => kind));
  if (kinds.includes('not-received-yet')) return 'held';
  return kinds.length === 0 ? 'agreed' : 'differs';
};

/** What of a bill may be paid, and what not. */
export const totalOf = (lines: readonly MatchedLine[]): { matchedRp: number; heldRp: number } => ({
  matchedRp: sumOf(lines, ({ matchedRp }) => matchedRp),
  heldRp: sumOf(lines, ({ heldRp }) => heldRp),
});
