interface Step {
  readonly supply: number;
  readonly demand: number;
  /** The supply before it on the way; -1 at the start. */
  readonly before: number;
}

/**
 * Empties or fills pairs until those in between (more than none, less than the most) contain no circle. Packs of
 * each supply and of each demand stay what they were. `cells` holds packs by demand and supply, and is changed.
 *
 *   most 9, 9 | 2,1 / 1,2 becomes 3,0 / 0,3
 *
 * Demands come in one by one. Those with several pairs in between form a forest over the supplies, so there are
 * fewer of them than supplies, and a circle is found in so many steps.
 */
export const dissolveCycles = (cells: Float64Array, mostPacks: readonly number[]): void => {
  const across = mostPacks.length;
  const at = (demand: number, supply: number): number => cells[demand * across + supply] ?? 0;
  const isBetween = (demand: number, supply: number): boolean =>
    at(demand, supply) > 0 && at(demand, supply) < (mostPacks[supply] ?? 0);
  const between = (demand: number): number[] =>
    mostPacks.flatMap((_, supply) => (isBetween(demand, supply) ? [supply] : []));
  let forest: number[] = [];

  /** The way over the forest from one of these supplies to another, from its end back to its start. */
  const seekWay = (supplies: readonly number[]): Step[] | undefined => {
    if (supplies.length < 2) return undefined;
    for (const from of supplies) {
      const steps = new Map<number, Step>([[from, { supply: from, demand: -1, before: -1 }]]);
      // A map is walked in the order in which it grows.
      for (const { supply } of steps.values())
        for (const demand of forest) {
          if (!isBetween(demand, supply)) continue;
          for (const other of between(demand))
            if (!steps.has(other)) steps.set(other, { supply: other, demand, before: supply });
        }
      const end = supplies.find((supply) => supply !== from && steps.has(supply));
      if (end === undefined) continue;
      const way: Step[] = [];
      for (let step = steps.get(end); step !== undefined; step = steps.get(step.before)) way.push(step);
      return way;
    }
    return undefined;
  };

  /** Moves packs around a circle until a pair is empty or, where none would be, at its most. */
  const moveAround = (demand: number, way: readonly Step[]): void => {
    const circle: { cell: number; sign: number; room: number }[] = [];
    const add = (row: number, supply: number, sign: number): void => {
      circle.push({ cell: row * across + supply, sign, room: (mostPacks[supply] ?? 0) - at(row, supply) });
    };
    add(demand, way[0]?.supply ?? 0, 1);
    for (const step of way) {
      if (step.before < 0) continue;
      add(step.demand, step.supply, -1);
      add(step.demand, step.before, 1);
    }
    add(demand, way.at(-1)?.supply ?? 0, -1);
    const least = (sign: number, measure: (cell: number, room: number) => number): number =>
      Math.min(...circle.filter((each) => each.sign === sign).map(({ cell, room }) => measure(cell, room)));
    const [emptyForth, fullForth] = [least(-1, (cell) => cells[cell] ?? 0), least(1, (_, room) => room)];
    const [emptyBack, fullBack] = [least(1, (cell) => cells[cell] ?? 0), least(-1, (_, room) => room)];
    const isForth = emptyForth <= fullForth || emptyBack > fullBack;
    const packs = isForth ? Math.min(emptyForth, fullForth) : -Math.min(emptyBack, fullBack);
    for (const { cell, sign } of circle) cells[cell] = (cells[cell] ?? 0) + sign * packs;
  };

  for (let demand = 0; demand * across < cells.length; demand += 1) {
    let supplies = between(demand);
    for (let way = seekWay(supplies); way !== undefined; way = seekWay(supplies)) {
      moveAround(demand, way);
      supplies = between(demand);
      forest = forest.filter((each) => between(each).length > 1);
    }
    if (supplies.length > 1) forest.push(demand);
  }
};
