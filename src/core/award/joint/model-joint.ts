import { groupBy } from '../../kernel/group-by.js';
import type { JointColumn, JointModel, JointRow, OfferColumns } from './joint-column.js';
import { listLinkRows, listOfferRows } from './list-offer-rows.js';
import { listOfferColumns, type BaseOf } from './list-offer-columns.js';
import { listSupplierRows, usedColumn } from './list-supplier-rows.js';
import { listLotRows } from './list-lot-rows.js';
import { leastMilliRp, penaltyMilliRp, type Admitted, type Offer, type Place } from './offer.js';

/** The least that a pack for each place can weigh, its penalty included. */
const basesOf = ({ places, offers }: Admitted): Map<Place, number> => {
  const bases = new Map(places.map((place) => [place, penaltyMilliRp(place)]));
  for (const offer of offers)
    for (const reach of offer.reaches) {
      const least = leastMilliRp(offer, reach);
      bases.set(reach.place, Math.min(bases.get(reach.place) ?? least, least));
    }
  return bases;
};

const greatestCommon = (a: number, b: number): number => (b === 0 ? a : greatestCommon(b, a % b));

/** Largest sum of costs that the solver sees; beyond, its tolerances are coarser than a grain. */
const LARGEST_SUM = 1e9;

/** Grain of all costs, and that grain times the power of ten that keeps the sum of costs moderate. */
const measureCosts = (
  columns: readonly JointColumn[],
  places: readonly Place[],
): [grain: number, scale: number] => {
  const grain = columns.reduce((common, { cost }) => greatestCommon(common, Math.abs(cost)), 0) || 1;
  const dearest = new Map<Place, number>();
  let sum = 0;
  for (const column of columns)
    if (column.kind === 'packs' || column.kind === 'unserved')
      dearest.set(column.place, Math.max(dearest.get(column.place) ?? 0, column.cost));
    else sum += column.cost * column.upper;
  for (const place of places) sum += place.packs * (dearest.get(place) ?? 0);
  let scale = grain;
  while (sum / scale > LARGEST_SUM) scale *= 10;
  return [grain, scale];
};

const demandRows = (
  places: readonly Place[],
  offers: readonly OfferColumns[],
  baseOf: BaseOf,
): { rows: JointRow[]; unserved: JointColumn[] } => {
  const packsOf = groupBy(
    offers.flatMap(({ packs }) => packs),
    ({ place }) => place,
  );
  const unserved: JointColumn[] = [];
  const rows = places.map((place): JointRow => {
    const terms = (packsOf.get(place) ?? []).map((column): [JointColumn, number] => [column, 1]);
    if (place.lot.unserved === 'weighed') {
      const name = `unserved ${place.lot.lotId}:${place.zoneId}`;
      const column = {
        kind: 'unserved',
        name,
        place,
        cost: penaltyMilliRp(place) - baseOf(place),
        lower: 0,
        upper: place.packs,
        whole: false,
      } as const;
      unserved.push(column);
      terms.push([column, 1]);
    }
    return { lower: place.packs, upper: place.packs, terms };
  });
  return { rows, unserved };
};

/**
 * Lots over zones as one mixed-integer linear model: for each offer its packs by tier and zone and the
 * tiers chosen, for each supplier whether it is `used`, for each lot and zone the packs `unserved`, for
 * each lot the suppliers `missing`.
 * Quantities stay continuous: whole ones made a model of 20 lots twenty times slower; they are made whole
 * afterwards with the choices fixed (ENGINEERING.md, "Solvers").
 *
 *   16 warehouses, 50 customers -> 800 packs, 16 chosen; 50 demands, 32 limits, 800 links
 *
 * Costs are counted from the least that each place can weigh, which keeps them small and of one sign on
 * both sides. `isKept` prunes.
 *
 * Method: capacitated facility location with strong (disaggregated) links, Aardal, Annals of OR 82 (1998),
 * widened by price breaks as in Croxton, Gendron and Magnanti, Management Science 49 (2003).
 */
export const modelJoint = (
  admitted: Admitted,
  isKept: (offer: Offer, place: Place) => boolean = () => true,
): JointModel => {
  const { places, offers } = admitted;
  const bases = basesOf(admitted);
  const baseOf = (place: Place): number => bases.get(place) ?? 0;
  const bySupplier = groupBy(offers, ({ supplier }) => supplier);
  // Without a column of its own, a supplier has one bid or no fixed charge.
  const usedOf = new Map(
    [...bySupplier].map(([supplier, own]) => [supplier, usedColumn(supplier, own.length)]),
  );
  const offerColumns = offers.map((offer) => {
    const useCost = usedOf.get(offer.supplier) ? 0 : offer.supplier.fixedChargeRp * 1000;
    const kept = { ...offer, reaches: offer.reaches.filter(({ place }) => isKept(offer, place)) };
    return listOfferColumns(kept, baseOf, useCost);
  });
  const demands = demandRows(places, offerColumns, baseOf);
  const lots = listLotRows(admitted, offerColumns);
  const columnsOf = groupBy(offerColumns, ({ offer }) => offer.supplier);
  const used = [...usedOf.values()].filter((column) => column !== null);
  const rows = [
    ...demands.rows,
    ...lots.rows,
    ...offerColumns.flatMap((own) => listOfferRows(own, usedOf.get(own.offer.supplier) ?? undefined)),
    ...[...columnsOf].flatMap(([supplier, own]) => {
      const column = usedOf.get(supplier);
      return column ? listSupplierRows(supplier, own, column) : [];
    }),
  ];
  const columns = [
    ...offerColumns.flatMap(({ packs, fills, chosen }) => [...packs, ...fills, ...chosen]),
    ...used,
    ...demands.unserved,
    ...lots.missing,
  ];
  const [grainMilliRp, scale] = measureCosts(columns, places);
  return {
    columns,
    rows,
    links: offerColumns.flatMap(listLinkRows),
    offset: places.reduce((sum, place) => sum + BigInt(place.packs) * BigInt(baseOf(place)), 0n),
    grainMilliRp,
    scale,
  };
};
