/** The sum of one number of each item; 0 of none. */
export const sumOf = <Item>(items: readonly Item[], value: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + value(item), 0);

/** Packs of all parts together. */
export const sumPacks = (parts: readonly { readonly packs: number }[]): number =>
  sumOf(parts, ({ packs }) => packs);
