import { plainText } from '../kernel/plain-text.js';
import { amountRp } from '../kernel/quantity.js';

/** What one koperasi takes of a distributed lot, all its lines together. */
export interface RequestRow {
  readonly regionCode: string | null;
  readonly koperasiName: string;
  /** Number of the koperasi's registration (NIK Koperasi), where it is known. */
  readonly nikKoperasi: string | null;
  readonly districtName: string | null;
  readonly packs: number;
  /** Visits to the warehouse. */
  readonly pickups: number;
  /** The first day on which any of its lines is needed. */
  readonly neededBy: string;
}

/** What a supplier is asked to hand out: one file, so that nobody types the orders again. */
export interface SupplyRequest {
  readonly poolTitle: string;
  readonly organiserName: string;
  readonly supplierName: string;
  readonly lotId: string;
  readonly itemNameId: string;
  readonly itemNameEn: string;
  readonly packNameId: string;
  readonly packSizeMilli: number;
  /** What people call the base unit: `kg`. */
  readonly unitLabel: string;
  readonly priceRpPerUnit: number;
  readonly pickupPlace: string;
  readonly rows: readonly RequestRow[];
  /** The newest published end of the audit chain, `NUMBER:HASH`; null before the first. */
  readonly auditHead?: string | null;
}

export type Cell = string | number | null;

export interface Sheet {
  readonly name: string;
  /** Indonesian, then English. */
  readonly headings: readonly [readonly string[], readonly string[]];
  readonly rows: readonly (readonly Cell[])[];
  readonly totals: readonly Cell[];
  /** Rows below the totals. */
  readonly notes: readonly (readonly Cell[])[];
}

const plain = (text: string | null): string => (text === null ? '' : plainText(text));

const compare = (one: string, other: string): number => (one < other ? -1 : Number(one > other));

const columns = (unitLabel: string): readonly (readonly [string, string])[] => [
  ['No.', 'No.'],
  ['Kode wilayah', 'Region code'],
  ['Nama koperasi', 'Koperasi'],
  ['NIK koperasi', 'Registration number'],
  ['Kecamatan', 'District'],
  ['Barang', 'Item'],
  ['Kemasan', 'Pack'],
  ['Jumlah kemasan', 'Packs'],
  [`Jumlah (${unitLabel})`, `Quantity (${unitLabel})`],
  [`Harga (Rp/${unitLabel})`, `Price (Rp/${unitLabel})`],
  ['Nilai (Rp)', 'Amount (Rp)'],
  ['Tempat pengambilan', 'Pick-up place'],
  ['Jumlah pengambilan', 'Pick-ups'],
  ['Dibutuhkan paling lambat', 'Needed by'],
  ['Pemasok', 'Supplier'],
  ['Penyelenggara', 'Organiser'],
  ['Putaran', 'Pool'],
  ['Nomor paket', 'Lot'],
];

/**
 * Lays the request out: headings in both languages, one row per koperasi by region code and name, totals last.
 * The quantity column is packs times pack size: thousandths of the base unit, shown as units.
 *
 *   3 sacks of 50 kg at Rp11,000 | … 3 | 150 | 11000 | 1650000 | …
 *
 * The order of the rows given leaves no trace.
 */
export const layOutRequest = (request: SupplyRequest): Sheet => {
  const { packSizeMilli, priceRpPerUnit, unitLabel } = request;
  const rows = [...request.rows].sort(
    (one, other) =>
      compare(one.regionCode ?? '', other.regionCode ?? '') ||
      compare(one.koperasiName, other.koperasiName) ||
      compare(one.nikKoperasi ?? '', other.nikKoperasi ?? '') ||
      compare(one.neededBy, other.neededBy) ||
      one.packs - other.packs,
  );
  const valueOf = (packs: number): number => amountRp(packs, packSizeMilli, priceRpPerUnit);
  const unitsOf = (packs: number): number => (packs * packSizeMilli) / 1000;
  const totalPacks = rows.reduce((sum, row) => sum + row.packs, 0);
  const of = columns(unitLabel);
  return {
    name: 'Permintaan',
    headings: [of.map(([id]) => id), of.map(([, en]) => en)],
    rows: rows.map((row, place) => [
      place + 1,
      plain(row.regionCode),
      plain(row.koperasiName),
      plain(row.nikKoperasi),
      plain(row.districtName),
      plain(`${request.itemNameId} / ${request.itemNameEn}`),
      plain(request.packNameId),
      row.packs,
      unitsOf(row.packs),
      priceRpPerUnit,
      valueOf(row.packs),
      plain(request.pickupPlace),
      row.pickups,
      row.neededBy,
      plain(request.supplierName),
      plain(request.organiserName),
      plain(request.poolTitle),
      request.lotId,
    ]),
    totals: [
      null,
      null,
      'Jumlah / Total',
      null,
      null,
      null,
      null,
      totalPacks,
      unitsOf(totalPacks),
      null,
      rows.reduce((sum, row) => sum + valueOf(row.packs), 0),
      null,
      rows.reduce((sum, row) => sum + row.pickups, 0),
      null,
      null,
      null,
      null,
      null,
    ],
    notes:
      request.auditHead == null ? [] : [[null, null, 'Ujung rantai audit / Audit head', request.auditHead]],
  };
};
