import { useMemo } from 'preact/hooks';

/**
 * A key for one deed: the same as long as what is sent is the same, so that a button pressed again after a lost answer
 * does nothing twice.
 */
export const useOnce = (...what: readonly unknown[]): { readonly 'Idempotency-Key': string } => {
  const text = JSON.stringify(what);
  return useMemo(
    () => ({ 'Idempotency-Key': typeof crypto === 'undefined' ? '' : crypto.randomUUID() }),
    [text],
  );
};
