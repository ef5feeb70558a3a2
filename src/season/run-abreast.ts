/**
 * Works through a list with at most `abreast` at a time; answers in the list's order. The first failure is
 * thrown once those under way have come to an end: nothing goes on behind the caller's back.
 */
export const runAbreast = async <Item, Outcome>(
  items: readonly Item[],
  abreast: number,
  work: (item: Item, place: number) => Promise<Outcome>,
): Promise<Outcome[]> => {
  const outcomes = new Map<number, Outcome>();
  const failures: unknown[] = [];
  const entries = items.entries();
  const lane = async (): Promise<void> => {
    for (const [place, item] of entries) {
      if (failures.length > 0) return;
      try {
        outcomes.set(place, await work(item, place));
      } catch (error) {
        failures.push(error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(abreast, items.length) }, lane));
  if (failures.length > 0) throw failures[0];
  return [...outcomes].sort(([one], [other]) => one - other).map(([, outcome]) => outcome);
};
