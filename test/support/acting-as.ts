import type { Principal } from '../../src/platform/auth/principal.js';
import { withinScope } from '../../src/platform/db/scope.js';

/** Somebody who may read everything, for readers that ask who reads. */
export const anObserver: Principal = {
  personId: '-',
  memberships: [{ partyId: '00000000-0000-0000-0000-000000000000', kind: 'observer', roles: ['viewer'] }],
};

/** Runs `work` as somebody of these parties: for rows that no purpose writes. */
export const asParties = <Result>(partyIds: readonly string[], work: () => Result): Result =>
  withinScope(
    {
      principal: {
        personId: '00000000-0000-4000-8000-000000000000',
        memberships: partyIds.map((partyId) => ({ partyId, kind: 'supplier', roles: ['officer'] })),
      },
      purpose: 'spec',
    },
    work,
  );

/** An action whose every call runs as the party that its arguments name, as the guard has it. */
export const actingAs = <Action extends object>(
  action: Action,
  partyOf: (...args: never[]) => string | readonly string[],
): Action =>
  new Proxy(action, {
    get: (target, name) => {
      const method: unknown = Reflect.get(target, name);
      if (typeof method !== 'function') return method;
      return (...args: never[]): unknown =>
        asParties([partyOf(...args)].flat(), () => Reflect.apply(method, target, args) as unknown);
    },
  });
