/**
 * Whether a region is the other or lies in it: what lies above a region is written in its own Kemendagri code
 * `PP.KK.CC.VVVV`, so 32.71.01.1001 lies in 32.71.01 and in 32.71, while 32.7 is no region at all.
 */
export const liesIn = (code: string, region: string): boolean =>
  code === region || code.startsWith(`${region}.`);
