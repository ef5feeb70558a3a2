/** Demands that ask for the same and may be served alike. */
export interface DemandGroup {
  /** Packs of all its members. */
  readonly packs: number;
  /** The most that all its members may take from each supply. */
  readonly mostPacks: readonly number[];
}

export interface PacksFlow {
  /** Packs by supply and group. */
  readonly packs: readonly (readonly number[])[];
  /** Packs of each supply that no way leads to a demand; those of later supplies are as many as can be. */
  readonly leftPacks: readonly number[];
  /** Packs of each group that nobody can serve. */
  readonly unmetPacks: readonly number[];
}

interface Way {
  readonly supply: number;
  /** The group through which packs are taken over from `before`. */
  readonly group: number;
  readonly before: Way | undefined;
}

/**
 * Sends as many packs as can be from supplies to demands, those of earlier supplies first: what an earlier supply
 * sends is never taken back for a later one, so the surplus lies with the last of them where there is a choice.
 *
 *   supplies | groups | most of each | packs
 *     2, 2   |  2, 2  | 2,2  2,0     | 0,2  2,0     the first gives way to the second, who serves one group only
 *
 * Method: augmenting paths, shortest first (J. Edmonds, R. Karp, Journal of the ACM 19, 1972), on groups instead of
 * single demands: the mean of a group's members is a flow of each, and whole numbers do as well as fractions.
 */
export const flowPacks = (supplies: readonly number[], groups: readonly DemandGroup[]): PacksFlow => {
  const packs = supplies.map(() => groups.map(() => 0));
  const leftPacks = [...supplies];
  const unmetPacks = groups.map((group) => group.packs);
  const sent = (supply: number, group: number): number => packs[supply]?.[group] ?? 0;
  const room = (supply: number, group: number): number =>
    (groups[group]?.mostPacks[supply] ?? 0) - sent(supply, group);
  const send = (supply: number, group: number, more: number): void => {
    const row = packs[supply];
    if (row) row[group] = (row[group] ?? 0) + more;
  };

  /** The shortest way on which one more pack of a supply reaches a group that is still unmet. */
  const seekWay = (from: number): Way | undefined => {
    const seenSupplies = new Set([from]);
    const seenGroups = new Set<number>();
    // A list is walked in the order in which it grows.
    const turns: { readonly supply: number; readonly before: Way | undefined }[] = [
      { supply: from, before: undefined },
    ];
    for (const { supply, before } of turns)
      for (let group = 0; group < groups.length; group += 1) {
        if (seenGroups.has(group) || room(supply, group) <= 0) continue;
        seenGroups.add(group);
        const way = { supply, group, before };
        if ((unmetPacks[group] ?? 0) > 0) return way;
        for (let other = 0; other < supplies.length; other += 1) {
          if (seenSupplies.has(other) || sent(other, group) === 0) continue;
          seenSupplies.add(other);
          turns.push({ supply: other, before: { supply: other, group, before: way } });
        }
      }
    return undefined;
  };

  /** Moves what fits along a way: its end gets packs, each group on it passes packs from one supply to another. */
  const moveAlong = (from: number, end: Way): void => {
    const steps: Way[] = [];
    for (let step: Way | undefined = end; step !== undefined; step = step.before) steps.push(step);
    // Every second step says whose packs are displaced in the group of the step before it.
    let most = Math.min(leftPacks[from] ?? 0, unmetPacks[end.group] ?? 0);
    for (const [place, { supply, group }] of steps.entries())
      most = Math.min(most, place % 2 === 0 ? room(supply, group) : sent(supply, group));
    for (const [place, { supply, group }] of steps.entries())
      send(supply, group, place % 2 === 0 ? most : -most);
    leftPacks[from] = (leftPacks[from] ?? 0) - most;
    unmetPacks[end.group] = (unmetPacks[end.group] ?? 0) - most;
  };

  for (let supply = 0; supply < supplies.length; supply += 1) {
    for (let group = 0; group < groups.length; group += 1)
      moveAlong(supply, { supply, group, before: undefined });
    while ((leftPacks[supply] ?? 0) > 0) {
      const way = seekWay(supply);
      if (way === undefined) break;
      moveAlong(supply, way);
    }
  }
  return { packs, leftPacks, unmetPacks };
};
