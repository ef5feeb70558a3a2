import { drawTiers } from './tiers.js';
import { leftNow, splitTime, wordsOfTime } from './time-left.js';

it('counts in the two largest parts', () => {
  expect(wordsOfTime(200_000)).toEqual([
    [2, 'days'],
    [7, 'hours'],
  ]);
  expect(wordsOfTime(7_260)).toEqual([
    [2, 'hours'],
    [1, 'minutes'],
  ]);
  expect(wordsOfTime(59)).toEqual([
    [0, 'minutes'],
    [59, 'seconds'],
  ]);
  expect(splitTime(-5)).toEqual({ days: 0, hours: 0, minutes: 0, seconds: 0 });
});

it('ticks by the server’s clock, whatever the phone’s says', () => {
  expect(leftNow(60, 1_000_000, 1_015_000)).toBe(45);
  expect(leftNow(60, 1_000_000, 2_000_000)).toBe(0);
  // The phone's clock was set back meanwhile.
  expect(leftNow(60, 1_000_000, 900_000)).toBe(60);
});

it('draws promised prices as steps under the ceiling', () => {
  const offer = (tiers: [number, number][]) => ({
    supplierName: 'Bulog',
    terms: { tiers: tiers.map(([fromPacks, priceRpPerUnit]) => ({ fromPacks, priceRpPerUnit })) },
  });
  expect(drawTiers([offer([[1, 13_000]])], 13_500, 10, 'HET')).toEqual([]);
  const [ceiling, steps] = drawTiers(
    [
      offer([
        [1, 13_000],
        [80, 12_500],
      ]),
    ],
    13_500,
    10,
    'HET',
  );
  expect(ceiling?.points).toEqual([
    [0, 13_500],
    [100, 13_500],
  ]);
  expect(steps).toMatchObject({
    shape: 'step',
    points: [
      [1, 13_000],
      [80, 12_500],
      [100, 12_500],
    ],
  });
});
