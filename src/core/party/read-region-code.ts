/** A Kemendagri code cut at its levels: what lies above a region is written in its own code. */
export interface RegionCode {
  readonly city: string;
  /** Kecamatan; null when the code names a city. */
  readonly district: string | null;
  /** Kelurahan or desa; null when the code names a city or district. */
  readonly village: string | null;
}

const form = /^(\d{2}\.\d{2})(?:(\.\d{2})(\.\d{4})?)?$/;

/**
 * Reads `PP.KK`, `PP.KK.CC` or `PP.KK.CC.VVVV`.
 *
 *   32.71.01.1001 | city 32.71, district 32.71.01, village 32.71.01.1001
 *   32.71.01      | city 32.71, district 32.71.01
 *   32.71         | city 32.71
 *
 * @returns undefined for anything else.
 */
export const readRegionCode = (code: string): RegionCode | undefined => {
  const [, city, district, village] = form.exec(code) ?? [];
  if (city === undefined) return undefined;
  return {
    city,
    district: district === undefined ? null : city + district,
    village: district === undefined || village === undefined ? null : code,
  };
};

/** Whether a region is the other or lies in it: 32.71.01.1001 lies in 32.71, 32.7 is no region at all. */
export const liesIn = (code: string, region: string): boolean => code === region || code.startsWith(`${region}.`);
