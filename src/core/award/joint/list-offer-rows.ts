import { groupBy } from '../../kernel/group-by.js';
import type { JointColumn, JointRow, OfferColumns } from './joint-column.js';
import { isWithinLimit } from './offer.js';

type Terms = JointRow['terms'];

const plus = (columns: readonly JointColumn[]): Terms => columns.map((column) => [column, 1] as const);

const times = (columns: readonly JointColumn[], factor: number): Terms =>
  columns.map((column) => [column, factor] as const);

const atMostZero = (terms: Terms): JointRow => ({ lower: -Infinity, upper: 0, terms });
const atLeastZero = (terms: Terms): JointRow => ({ lower: 0, upper: Infinity, terms });

const allUnitsRows = ({ packs, chosen }: OfferColumns): JointRow[] => {
  const ofBlock = groupBy(packs, ({ block }) => block);
  return chosen.flatMap((column) => {
    if (column.kind !== 'chosen') return [];
    const served = plus(ofBlock.get(column.block) ?? []);
    return [
      atMostZero([...served, [column, -column.block.toPacks]]),
      atLeastZero([...served, [column, -column.block.fromPacks]]),
    ];
  });
};

/** Incremental: no zone is served once a tier is reached whose price is beyond the limit there. */
const limitRows = ({ offer, packs, chosen }: OfferColumns): JointRow[] =>
  packs.flatMap((column) => {
    const reach = offer.reaches.find(({ place }) => place === column.place);
    const beyond = chosen.find(
      (tier) => tier.kind === 'chosen' && reach !== undefined && !isWithinLimit(tier.block, reach),
    );
    if (!beyond) return [];
    const terms = [[column, 1] as const, [beyond, column.upper] as const];
    return [{ lower: -Infinity, upper: column.upper, terms }];
  });

/** Filled in order: a tier is reached only when the one before it is full. */
const incrementalRows = ({ offer, packs, fills, chosen, uses }: OfferColumns): JointRow[] => [
  { lower: 0, upper: 0, terms: [...plus(packs), ...times(fills, -1)] },
  atLeastZero([...plus(packs), ...times(uses, -offer.minimumPacks)]),
  ...limitRows({ offer, packs, fills, chosen, uses }),
  ...fills.flatMap((fill, tier) => {
    const own = chosen[tier];
    const next = chosen[tier + 1];
    const rows: JointRow[] = own
      ? [
          atMostZero([
            [fill, 1],
            [own, -fill.upper],
          ]),
        ]
      : [];
    if (next)
      rows.push(
        atLeastZero([
          [fill, 1],
          [next, -fill.upper],
        ]),
      );
    return rows;
  }),
];

/**
 * What makes one offer's columns an award: one tier (all-units) or tiers filled in order, and quantities
 * within them.
 *
 *   tiers 1-19, 20-40 | chosen1 + chosen2 <= 1; 20 chosen2 <= packs2 <= 40 chosen2; ...
 *
 * Method: multiple-choice formulation (all-units) and incremental formulation, as compared by Croxton,
 * Gendron and Magnanti, Management Science 49 (2003).
 */
export const listOfferRows = (columns: OfferColumns, used: JointColumn | undefined): JointRow[] => {
  const { offer, uses } = columns;
  const rows = offer.bid.tierKind === 'incremental' ? incrementalRows(columns) : allUnitsRows(columns);
  if (used) return [...rows, atMostZero([...plus(uses), [used, -1]])];
  return uses.length > 1 ? [...rows, { lower: -Infinity, upper: 1, terms: plus(uses) }] : rows;
};

/**
 * Rows x <= y of one offer: no zone gets more than its demand from a tier that is not chosen. Left out
 * where the tier's own reach says as much.
 *
 *   zone of 30 packs, tier 1-100 -> packs <= 30 chosen; a tier 1-20 needs no row
 */
export const listLinkRows = ({ offer, packs, chosen, uses }: OfferColumns): JointRow[] => {
  if (offer.reaches.length < 2) return [];
  const ofBlock = new Map(chosen.map((column) => [column.kind === 'chosen' ? column.block : null, column]));
  return packs.flatMap((column) => {
    const reach = column.block?.toPacks ?? offer.capacityPacks;
    const by = column.block ? ofBlock.get(column.block) : uses[0];
    return by && column.upper < reach
      ? [
          atMostZero([
            [column, 1],
            [by, -column.upper],
          ]),
        ]
      : [];
  });
};
