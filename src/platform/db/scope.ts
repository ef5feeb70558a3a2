import { AsyncLocalStorage } from 'node:async_hooks';
import type { Principal } from '../auth/principal.js';
import type { Tx } from './sql.js';

/**
 * For whom statements run: what row security judges by. Carried beside the calls, so that no statement can forget
 * it; without one, app statements see no row that is anybody's own.
 */
export interface Scope {
  readonly principal?: Principal | undefined;
  /** A named reason to look across the walls between parties, from the list of allowed ones. */
  readonly purpose?: string | undefined;
  /** The transaction that everything in this scope is part of. */
  readonly tx?: Tx | undefined;
}

const scopes = new AsyncLocalStorage<Scope>();

export const currentScope = (): Scope | undefined => scopes.getStore();

/** Runs `work`, and what it calls and awaits, in a scope of its own. */
export const withinScope = <Result>(scope: Scope, work: () => Result): Result => scopes.run(scope, work);
