import { anyone, signedIn } from './allow.js';
import { joinTables } from './join-tables.js';

describe('tables joined', () => {
  it('are one with the rows of all, in their order', () => {
    const joined = joinTables({ pool: { 'GET /b': anyone }, lot: { 'GET /a': signedIn, 'GET /c': anyone } });
    expect(Object.entries(joined)).toEqual([
      ['GET /b', anyone],
      ['GET /a', signedIn],
      ['GET /c', anyone],
    ]);
  });

  it('are refused when a row stands in two of them, also when both say the same', () => {
    const tables = { pool: { 'GET /b': anyone }, quote: { 'GET /a': anyone }, lot: { 'GET /b': anyone } };
    expect(() => joinTables(tables)).toThrow('the access tables of pool and lot both have GET /b');
  });
});
