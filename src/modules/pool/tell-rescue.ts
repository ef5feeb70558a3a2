import type { Words } from '../../core/kernel/words.js';
import type { MergingLine } from '../../core/pool/merge-lines.js';
import type { MissedItem } from '../../core/pool/rescue-pool.js';
import type { Tx } from '../../platform/db/sql.js';
import { tellParties } from '../party/index.js';
import type { MovedLine, ReleasedLine } from './merge-lines.action.js';

/** An item that missed its minimum, with the names it is told by. */
export interface Missing extends MissedItem {
  readonly poolId: string;
  readonly organiserId: string;
  readonly title: string;
  readonly name: Words;
}

const RELEASED: Readonly<Record<ReleasedLine['reason'], Words>> = {
  REQUIREMENT: {
    id: 'kebutuhan dapur ini dicarikan putaran lain yang terbuka',
    en: 'this kitchen requirement waits for another open pool',
  },
  NOT_CONSENTED: {
    id: 'pesanan ini tidak menyetujui pindah ke putaran lain',
    en: 'this commitment did not agree to move to another pool',
  },
  NO_TARGET: {
    id: 'tidak ada putaran terbuka yang bisa menerimanya',
    en: 'no open pool could take it in',
  },
  ABOVE_LIMIT: {
    id: 'putaran lain yang terbuka melebihi batas pesanan dan tagihan koperasi pada penyelenggaranya',
    en: "the other open pools are above the koperasi's limit of orders and unpaid bills with their organiser",
  },
};

const factsOf = ({ name, title, committedPacks, minimumPacks }: Missing) => ({
  item: name,
  pool: title,
  committed: committedPacks,
  minimum: minimumPacks,
});

/** Every missed minimum of a pool that is open for longer. */
export const tellExtended = (
  tx: Tx,
  item: Missing,
  partyIds: readonly string[],
  closesAt: Date,
): Promise<void> =>
  tellParties(tx, {
    partyIds,
    kind: 'pool-extended',
    subjectType: 'pool',
    subjectId: item.poolId,
    data: { ...factsOf(item), closesAt: closesAt.toISOString() },
  });

/** What comes of an item whose lines stay together. */
export const tellOutcome = (
  tx: Tx,
  item: Missing,
  partyIds: readonly string[],
  kind: 'item-went-on' | 'item-cancelled',
): Promise<void> =>
  tellParties(tx, { partyIds, kind, subjectType: 'pool', subjectId: item.poolId, data: factsOf(item) });

export const tellCancelled = (
  tx: Tx,
  poolId: string,
  title: string,
  partyIds: readonly string[],
): Promise<void> =>
  tellParties(tx, {
    partyIds,
    kind: 'pool-cancelled',
    subjectType: 'pool',
    subjectId: poolId,
    data: { pool: title },
  });

/** Entries that say the same to several parties are written together: a pool has more lines than quantities. */
const together = <Entry>(entries: readonly (readonly [MergingLine, Entry])[]): [Entry, string[]][] => {
  const found = new Map<string, [Entry, string[]]>();
  for (const [{ koperasiId, beneficiaryId }, entry] of entries) {
    const key = JSON.stringify(entry);
    const known = found.get(key);
    if (known === undefined) found.set(key, [entry, [koperasiId, beneficiaryId]]);
    else known[1].push(koperasiId, beneficiaryId);
  }
  return [...found.values()];
};

const packsOf = (lines: readonly { readonly line: MergingLine }[]): number =>
  lines.reduce((sum, { line }) => sum + line.quantityPacks, 0);

/** Where each line of a merged item went, to those it concerns; the sums to both organisers. */
export const tellMerge = async (
  tx: Tx,
  item: Missing,
  { moved, released }: { moved: readonly MovedLine[]; released: readonly ReleasedLine[] },
): Promise<void> => {
  const facts = factsOf(item);
  const told = moved.map(({ line, target }) => {
    const data = {
      ...facts,
      packs: line.quantityPacks,
      neededBy: line.neededBy,
      target: target.title,
      closesAt: target.closesAt.toISOString(),
    };
    return [line, { subjectId: target.poolId, data }] as const;
  });
  for (const [{ subjectId, data }, partyIds] of together(told))
    await tellParties(tx, { partyIds, kind: 'line-moved', subjectType: 'pool', subjectId, data });
  const letGo = released.map(({ line, reason }) => {
    // What a koperasi owes is no business of the kitchen that it orders for.
    const told = reason === 'ABOVE_LIMIT' && line.beneficiaryId !== line.koperasiId ? 'NO_TARGET' : reason;
    const data = { ...facts, packs: line.quantityPacks, neededBy: line.neededBy, reason: RELEASED[told] };
    return [line, data] as const;
  });
  for (const [data, partyIds] of together(letGo))
    await tellParties(tx, {
      partyIds,
      kind: 'line-released',
      subjectType: 'pool',
      subjectId: item.poolId,
      data,
    });
  await tellParties(tx, {
    partyIds: [item.organiserId],
    kind: 'item-merged',
    subjectType: 'pool',
    subjectId: item.poolId,
    data: { ...facts, moved: packsOf(moved), released: packsOf(released) },
  });
  const targets = new Map(moved.map(({ target }) => [target.itemId, target]));
  for (const { itemId, poolId, organiserId, title } of targets.values())
    await tellParties(tx, {
      partyIds: [organiserId],
      kind: 'lines-received',
      subjectType: 'pool',
      subjectId: poolId,
      data: {
        item: item.name,
        pool: title,
        source: item.title,
        packs: packsOf(moved.filter(({ target }) => target.itemId === itemId)),
      },
    });
};
