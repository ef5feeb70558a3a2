/** What is certain of a price in a pool: a promise for what is ordered now, a fixed price, or only that it is not more. */
export type Certainty = 'together' | 'fixed' | 'atMost';

export interface Comparison {
  readonly certainty: Certainty;
  readonly togetherRp: number;
  readonly aloneRp: number;
  /** Zero where together is no cheaper yet. */
  readonly savedRp: number;
  /** Of the price alone. */
  readonly savedShare: number;
}

/** Buying together beside buying alone, per base unit. */
export const comparePrices = (
  aloneRp: number,
  now: { readonly fixedRp: number | null; readonly guaranteedRp: number | null; readonly ceilingRp: number },
): Comparison => {
  const [certainty, togetherRp]: [Certainty, number] =
    now.fixedRp !== null
      ? ['fixed', now.fixedRp]
      : now.guaranteedRp !== null
        ? ['together', now.guaranteedRp]
        : ['atMost', now.ceilingRp];
  const savedRp = Math.max(0, aloneRp - togetherRp);
  return { certainty, togetherRp, aloneRp, savedRp, savedShare: aloneRp === 0 ? 0 : savedRp / aloneRp };
};
