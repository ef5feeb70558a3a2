import { useAwarded } from './use-prices.js';

/** What goods were awarded at last when koperasi bought them together, per base unit; null where they never were. */
export const useLastAward = (): ((commodityCode: string) => number | null) => {
  const awarded = useAwarded();
  const known = awarded.state === 'done' ? awarded.data.data : [];
  return (code) =>
    known.find(({ commodityCode, side }) => commodityCode === code && side === 'buy')?.averageRpPerUnit ??
    null;
};
