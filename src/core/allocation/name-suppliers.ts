export interface Supply {
  readonly supplierId: string;
  readonly packs: number;
}

export interface Demand {
  readonly lineId: string;
  readonly packs: number;
}

export interface NamedPacks {
  readonly lineId: string;
  readonly supplierId: string;
  readonly packs: number;
}

const packsIn = (parts: readonly { readonly packs: number }[]): number =>
  parts.reduce((sum, { packs }) => sum + packs, 0);

/**
 * Names the supplier of every pack, so that few lines have more than one: each supplier in turn takes the
 * lines that fit whole into what it has left, in their order; only what then remains splits the first line
 * it had to pass over, and the next supplier begins with the rest of that line. A supplier splits one line
 * at most and the last one none, so there are fewer split lines than suppliers.
 *
 *   supplies | demands in order | named
 *     A5 B5  |  3, 3, 2, 2      | A: 3, 2   B: 3, 2        one after another would have split the second
 *     A6 B4  |  5, 5            | A: 5 + 1  B: 4           somebody must be split
 *
 * @throws RangeError when the supplies are not exactly what is demanded.
 */
export const nameSuppliers = (supplies: readonly Supply[], demands: readonly Demand[]): NamedPacks[] => {
  if (packsIn(supplies) !== packsIn(demands))
    throw new RangeError(`${packsIn(supplies)} packs cannot be named to ${packsIn(demands)}`);
  const named: NamedPacks[] = [];
  let waiting = demands.filter((demand) => demand.packs > 0);
  for (const { supplierId, packs } of supplies) {
    let left = packs;
    const passed: Demand[] = [];
    for (const demand of waiting) {
      if (demand.packs > left) {
        passed.push(demand);
        continue;
      }
      named.push({ ...demand, supplierId });
      left -= demand.packs;
    }
    const [first, ...others] = passed;
    if (first !== undefined && left > 0) {
      named.push({ lineId: first.lineId, supplierId, packs: left });
      waiting = [{ lineId: first.lineId, packs: first.packs - left }, ...others];
    } else waiting = passed;
  }
  return named;
};
