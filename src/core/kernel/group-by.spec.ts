import { groupBy } from './group-by.js';

it('groups things by a key, keys and things in the order they came', () => {
  expect([...groupBy([3, 1, 2, 4], (number) => number % 2)]).toEqual([
    [1, [3, 1]],
    [0, [2, 4]],
  ]);
  expect(groupBy([], String).size).toBe(0);
});
