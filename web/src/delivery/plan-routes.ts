import type { View } from '../api/api.js';

type Drop = View<'DropView'>;
type Goods = Drop['goods'][number];

/** Drops that go the same way on the same day. */
export interface Route {
  /** Null where it is not known where they go. */
  readonly district: string | null;
  readonly drops: readonly Drop[];
}

export interface Day {
  /** Civil day on which something of them is needed. */
  readonly day: string;
  readonly routes: readonly Route[];
  /** All that is to be loaded, by goods. */
  readonly load: readonly Goods[];
}

/** Goods of several drops added up, in the order in which they first come. */
export const loadOf = (drops: readonly Drop[]): readonly Goods[] => {
  const sums = new Map<string, Goods>();
  for (const goods of drops.flatMap((drop) => drop.goods)) {
    const known = sums.get(goods.packCode);
    sums.set(goods.packCode, { ...goods, packs: goods.packs + (known?.packs ?? 0) });
  }
  return [...sums.values()];
};

const keyed = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): [string, Row[]][] => {
  const groups = new Map<string, Row[]>();
  for (const row of rows) groups.set(keyOf(row), [...(groups.get(keyOf(row)) ?? []), row]);
  return [...groups].sort(([a], [b]) => a.localeCompare(b));
};

/** Drops day by day, each day by kecamatan: what lies together goes together. Within one by village, then receiver. */
export const planRoutes = (drops: readonly Drop[]): readonly Day[] =>
  keyed(drops, ({ neededBy }) => neededBy).map(([day, ofDay]) => ({
    day,
    load: loadOf(ofDay),
    routes: keyed(ofDay, ({ receiverDistrict }) => receiverDistrict ?? '').map(([district, ofRoute]) => ({
      district: district === '' ? null : district,
      drops: [...ofRoute].sort(
        (a, b) =>
          (a.receiverVillage ?? '').localeCompare(b.receiverVillage ?? '') ||
          a.receiverName.localeCompare(b.receiverName) ||
          a.id.localeCompare(b.id),
      ),
    })),
  }));

export type SendStep = 'reckoned' | 'unpaid' | 'ready' | 'left' | 'counted';

/** What comes next for a drop, as whoever sends it sees it. */
export const sendStepOf = ({
  state,
  releasedAt,
  awaitedRequests,
}: Pick<Drop, 'state' | 'releasedAt' | 'awaitedRequests'>): SendStep => {
  if (state === 'received') return 'counted';
  if (state === 'dispatched') return 'left';
  if (releasedAt !== null) return 'ready';
  return awaitedRequests === null ? 'reckoned' : 'unpaid';
};

/** A colour for each; its word always stands beside. */
export const sendTones = {
  reckoned: 'plain',
  unpaid: 'plain',
  ready: 'waiting',
  left: 'plain',
  counted: 'good',
} as const;
