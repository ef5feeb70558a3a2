export interface LotToGroup {
  readonly lotId: string;
  readonly state: string;
}

/** A supplier that asks for something over all lots, and the opened lots it bids on. */
export interface Link {
  readonly supplierId: string;
  readonly lotIds: readonly string[];
}

const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Opened lots with those that a supplier's terms tie them to, each group in the order of ids. */
const groupLots = (lotIds: readonly string[], links: readonly Link[]): string[][] => {
  const groupOf = new Map(lotIds.map((lotId) => [lotId, [lotId]]));
  for (const link of links) {
    const groups = new Set(
      link.lotIds.flatMap((lotId) => groupOf.get(lotId) ?? []).map((id) => groupOf.get(id)),
    );
    const merged = [...groups].flatMap((group) => group ?? []);
    for (const lotId of merged) groupOf.set(lotId, merged);
  }
  return [...new Set(groupOf.values())].map((group) => group.sort(byText));
};

/**
 * The groups of lots to award now that a lot was opened: lots tied by a supplier's terms are awarded
 * together, and wait until the pool's last lot is opened or has failed, for whom a sealed bid ties to what
 * nobody may look up before. A lot whose bidders ask for nothing over all lots is awarded by itself at once.
 *
 *   A, B opened, C still bidding | S ties A and B | after A -> none     | after an untied D -> D
 *   A, B, C opened               | S ties A and B | after C -> A+B, C   | after A -> A+B
 */
export const listDueGroups = (
  lotId: string,
  lots: readonly LotToGroup[],
  links: readonly Link[],
): string[][] => {
  const isAnySealed = lots.some(({ state }) => state === 'bidding');
  const opened = lots.filter(({ state }) => state === 'opened').map((lot) => lot.lotId);
  const tied = new Set(links.flatMap(({ lotIds }) => lotIds));
  return groupLots(opened, links)
    .filter((group) => (group.some((id) => tied.has(id)) ? !isAnySealed : group.includes(lotId)))
    .sort(([a = ''], [b = '']) => byText(a, b));
};
