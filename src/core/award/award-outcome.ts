import type { ProblemAward, ProblemCost } from './joint/award-problem.js';

/** An award as it is kept and shown: milli-rupiah as decimal text, for JSON has no such whole numbers. */
export type AwardOutcome = Omit<ProblemAward, 'cost' | 'boundMilliRp'> & {
  readonly cost: { readonly [part in keyof ProblemCost]: string };
  readonly boundMilliRp: string;
};

/** Total 1,000n -> "1000". */
export const writeOutcome = ({ cost, boundMilliRp, ...award }: ProblemAward): AwardOutcome => ({
  ...award,
  cost: {
    goodsMilliRp: String(cost.goodsMilliRp),
    surchargesMilliRp: String(cost.surchargesMilliRp),
    freightMilliRp: String(cost.freightMilliRp),
    taxesMilliRp: String(cost.taxesMilliRp),
    fixedMilliRp: String(cost.fixedMilliRp),
    termsMilliRp: String(cost.termsMilliRp),
    missingSuppliersMilliRp: String(cost.missingSuppliersMilliRp),
    penaltyMilliRp: String(cost.penaltyMilliRp),
    totalMilliRp: String(cost.totalMilliRp),
  },
  boundMilliRp: String(boundMilliRp),
});
