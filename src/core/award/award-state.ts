/** `replaced`: a bid in it fell out, and the lot is awarded anew. */
export const awardStates = ['computed', 'proposed', 'approved', 'replaced'] as const;
export type AwardState = (typeof awardStates)[number];
