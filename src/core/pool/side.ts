/** `buy`: koperasi order together, bids sell to them. `sell`: koperasi offer together, bids buy from them. */
export const poolSides = ['buy', 'sell'] as const;
export type PoolSide = (typeof poolSides)[number];
