import { access } from '../../src/access.js';
import { keys } from '../../src/keys.js';
import type { KeyTable } from '../../src/platform/idempotency/key-table.js';

/** Whoever adds a route by POST or PATCH says what an Idempotency-Key does on it, or why nothing. */
const breachesIn = (routes: readonly string[], table: KeyTable): string[] => [
  ...routes
    .filter((route) => /^(POST|PATCH) /.test(route) && !(route in table))
    .map((route) => `${route} is not in the key table`),
  ...Object.keys(table)
    .filter((route) => !routes.includes(route))
    .map((route) => `the key table's ${route} is no route`),
  ...Object.entries(table)
    .filter(([, rule]) => 'never' in rule && rule.never.trim() === '')
    .map(([route]) => `${route} takes no key for no reason`),
];

describe('the key table', () => {
  it('has every route that is called by POST or PATCH, and no other', () => {
    expect(breachesIn(Object.keys(access), keys)).toEqual([]);
  });

  it('is found out when it misses one, names one that is none, or gives no reason', () => {
    expect(
      breachesIn(['POST /a', 'PATCH /b', 'GET /c', 'PUT /d', 'POST /e'], {
        'POST /a': { once: 'in-transaction' },
        'POST /e': { never: ' ' },
        'POST /f': { once: 'in-transaction' },
      }),
    ).toEqual([
      'PATCH /b is not in the key table',
      "the key table's POST /f is no route",
      'POST /e takes no key for no reason',
    ]);
  });
});
