/** Buyers of one zone that ask for the same number of packs. */
export interface BuyerGroup {
  readonly packs: number;
  readonly buyers: number;
}

/** Buyers by their packs, rising; those without packs left out: [3, 1, 3, 0] -> 1 buyer of 1, 2 buyers of 3. */
export const groupBuyers = (packs: readonly number[]): BuyerGroup[] => {
  const counts = new Map<number, number>();
  for (const each of packs) if (each > 0) counts.set(each, (counts.get(each) ?? 0) + 1);
  return [...counts].map(([each, buyers]) => ({ packs: each, buyers })).sort((a, b) => a.packs - b.packs);
};

/** What buyers can take of suppliers that may give each at most so many: 1 of 1 and 2 of 3, at most 2 -> 5. */
export const packsTaken = (groups: readonly BuyerGroup[], perBuyerPacks: number): number =>
  groups.reduce((sum, { packs, buyers }) => sum + buyers * Math.min(packs, perBuyerPacks), 0);
