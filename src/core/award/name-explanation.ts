import type { Explanation } from './explanation.js';

/** What people call what an explanation holds as codes and ids. */
export interface ExplanationNames {
  /** Commodity and pack, such as `Beras medium, Karung 50 kg`, in the language of the page. */
  readonly pack: string;
  /** Kecamatan by code. */
  readonly zones: ReadonlyMap<string, string>;
  /** Koperasi by id: only those whose id the reader is shown. */
  readonly koperasi: ReadonlyMap<string, string>;
}

/**
 * The same explanation with names in the places of codes, for a page that people read. What has no name keeps its
 * code, and a koperasi that is shown without its id stays under its place in the draw.
 *
 *   BERAS-MEDIUM/XSA50, to 32.71.01, koperasi 01a2… -> Beras medium, Karung 50 kg, to Bogor Selatan, KKMP Empang
 */
export const nameExplanation = (
  of: Explanation,
  { pack, zones, koperasi }: ExplanationNames,
): Explanation => ({
  ...of,
  packCode: pack,
  lines: of.lines.map((line) => ({
    ...line,
    zones: line.zones.map((zone) => ({ ...zone, zoneCode: zones.get(zone.zoneCode) ?? zone.zoneCode })),
  })),
  koperasi: of.koperasi.map((part) => ({
    ...part,
    koperasiId: part.koperasiId && (koperasi.get(part.koperasiId) ?? part.koperasiId),
  })),
});
