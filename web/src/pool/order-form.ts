import type { View } from '../api/api.js';
import type { Errand } from '../offline/entry.js';
import { isOwnLine } from './own-line.js';
import type { Line, Pool, PoolItem } from './use-pool.js';

/** What a person wants of an item. */
export interface Wish {
  readonly quantityPacks: number;
  readonly tolerancePacks: number;
  /** The most paid per base unit, in a sell pool the least got; null: no limit of one's own. */
  readonly limitRp: number | null;
}

/** With the version of the line that was seen, 0 for none yet: what was filled in before somebody changed it is void. */
export type DraftedWish = Wish & { readonly seenVersion: number };

/** What has been filled in so far; untouched rows are as they stand. */
export interface OrderDraft {
  readonly neededBy: string | null;
  readonly wishes: Readonly<Record<string, DraftedWish>>;
  /** Whether new lines may move to another pool, where this one declares that it merges. */
  readonly acceptsMerge?: boolean;
}

/** One item for one day: a line that stands (or was withdrawn), or none yet. */
export interface OrderRow {
  readonly key: string;
  readonly item: PoolItem;
  readonly neededBy: string;
  readonly line: Line | null;
  readonly before: Wish;
  readonly wish: Wish;
}

export const emptyDraft: OrderDraft = { neededBy: null, wishes: {} };
const nothing: Wish = { quantityPacks: 0, tolerancePacks: 0, limitRp: null };
const DAY_MS = 24 * 3_600_000;

/** Every day from the first to the last, both included; at most a month of them. */
export const daysBetween = (from: string, until: string): readonly string[] => {
  const days: string[] = [];
  const last = Date.parse(until);
  for (let at = Date.parse(from); at <= last && days.length < 31; at += DAY_MS)
    days.push(new Date(at).toISOString().slice(0, 10));
  return days;
};

const standing = (line: Line): Wish =>
  line.state === 'withdrawn'
    ? nothing
    : {
        quantityPacks: line.quantityPacks,
        tolerancePacks: line.tolerancePacks,
        limitRp: line.maxLandedRp ?? line.minProceedsRp,
      };

const versionOf = (line: Line | null): number => line?.version ?? 0;

/**
 * The rows of the form, in the order of the pool's items: each line of the koperasi's own that stands, and for the
 * day that is chosen one for each item without such a line. A line that was withdrawn comes back in its place.
 */
export const rowsOf = (pool: Pool, lines: readonly Line[], draft: OrderDraft): readonly OrderRow[] => {
  const neededBy = draft.neededBy ?? pool.neededFrom;
  return pool.items.flatMap((item) => {
    const own = lines.filter((line) => line.itemId === item.itemId && isOwnLine(line));
    const active = own.filter(({ state }) => state === 'active');
    const chosen = own.find((line) => line.neededBy === neededBy) ?? null;
    const shown = chosen === null || chosen.state === 'withdrawn' ? [...active, chosen] : active;
    return shown.map((line): OrderRow => {
      const key = `${item.itemId}:${line?.neededBy ?? neededBy}`;
      const before = line === null ? nothing : standing(line);
      const filledIn = draft.wishes[key];
      return {
        key,
        item,
        line,
        neededBy: line?.neededBy ?? neededBy,
        before,
        wish: filledIn?.seenVersion === versionOf(line) ? filledIn : before,
      };
    });
  });
};

/** What a person has filled in for a row, with what they saw. */
export const drafted = ({ line }: OrderRow, wish: Wish): DraftedWish => ({
  ...wish,
  seenVersion: versionOf(line),
});

const isSame = (a: Wish, b: Wish): boolean =>
  a.quantityPacks === b.quantityPacks && a.tolerancePacks === b.tolerancePacks && a.limitRp === b.limitRp;

/** Rows that would change something. */
export const changedRows = (rows: readonly OrderRow[]): readonly OrderRow[] =>
  rows.filter(({ before, wish }) => {
    if (before.quantityPacks === 0 && wish.quantityPacks === 0) return false;
    return !isSame(before, wish);
  });

type NewLine = View<'PlaceCommitmentsBody'>['lines'][number];

/** What goes to the server for the rows that changed: new lines together, each change and withdrawal on its own. */
export const errandsOf = (
  pool: Pool,
  koperasiId: string,
  rows: readonly OrderRow[],
  acceptsMerge = false,
): readonly Errand[] => {
  const base = `/api/v1/pools/${pool.id}/commitments`;
  const href = `/putaran/${pool.id}/pesan`;
  const limitName = pool.side === 'sell' ? 'minProceedsRp' : 'maxLandedRp';
  const placed: NewLine[] = [];
  const others: Errand[] = [];
  for (const { line, item, neededBy, wish } of changedRows(rows)) {
    const { quantityPacks, tolerancePacks, limitRp } = wish;
    const title = `${pool.title}: ${item.commodityNameId}`;
    if (line === null) {
      const limit = limitRp === null ? {} : { [limitName]: limitRp };
      placed.push({
        ...{ itemId: item.itemId, neededBy, quantityPacks, tolerancePacks, ...limit },
        ...(acceptsMerge ? { acceptsMerge } : {}),
      });
      continue;
    }
    const about = {
      subject: `line:${line.id}`,
      title,
      href,
      path: `${base}/${line.id}`,
      version: line.version,
    };
    if (quantityPacks === 0) others.push({ ...about, kind: 'withdrawal', method: 'DELETE' });
    else {
      const body = {
        quantityPacks,
        tolerancePacks,
        [limitName]: limitRp,
        ...(line.minimumPacks > quantityPacks ? { minimumPacks: quantityPacks } : {}),
      };
      others.push({ ...about, kind: 'amendment', method: 'PATCH', body });
    }
  }
  if (placed.length === 0) return others;
  const first: Errand = {
    kind: 'commitment',
    subject: `pool:${pool.id}:${koperasiId}`,
    title: pool.title,
    href,
    method: 'POST',
    path: base,
    body: { koperasiId, lines: placed },
  };
  return [first, ...others];
};
