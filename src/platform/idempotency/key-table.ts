/** What an Idempotency-Key does on a route. */
export type KeyRule =
  /** The handler runs in one transaction with the key. */
  | { readonly once: 'in-transaction' }
  /** The action keeps the key itself, in its one statement. */
  | { readonly once: 'in-statement' }
  /** The header means nothing here, for this reason. */
  | { readonly never: string };

/** Every route that is called by POST or PATCH, as the access table names it. */
export type KeyTable = Readonly<Record<string, KeyRule>>;

export const KEY_TABLE = Symbol('key table');

export const once: KeyRule = { once: 'in-transaction' };
export const onceInStatement: KeyRule = { once: 'in-statement' };
export const never = (reason: string): KeyRule => ({ never: reason });
