/** Tax per unit, rounded up: Rp10,001 at 110 bps -> Rp111. */
export const taxRpPerUnit = (priceRpPerUnit: number, taxBps: number): number =>
  Number((BigInt(priceRpPerUnit) * BigInt(taxBps) + 9_999n) / 10_000n);
