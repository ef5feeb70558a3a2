import type { Chance } from './draw-chance.js';
import type { Good, PlannedRequirement } from './season-plan.js';

type Line = PlannedRequirement['lines'][number];

/** Milli-units a kitchen of some 2,500 portions needs of each good on a day it cooks with it, and on which days. */
const menu: Readonly<
  Record<Good['role'], { leastMilli: number; mostMilli: number; weekdays: readonly number[] }>
> = {
  rice: { leastMilli: 120_000, mostMilli: 180_000, weekdays: [0, 1, 2, 3, 4] },
  oil: { leastMilli: 15_000, mostMilli: 22_000, weekdays: [0, 2, 4] },
  sugar: { leastMilli: 30_000, mostMilli: 50_000, weekdays: [1] },
};

/** Scales weigh to half a kilogram. */
const STEP_MILLI = 500;

const planLines = (good: Good, days: readonly string[], chance: Chance): Line[] => {
  const { leastMilli, mostMilli, weekdays } = menu[good.role];
  return weekdays.flatMap((weekday) => {
    const quantityMilli = chance.whole(leastMilli / STEP_MILLI, mostMilli / STEP_MILLI) * STEP_MILLI;
    const neededOn = days[weekday];
    return neededOn === undefined ? [] : [{ neededOn, commodityCode: good.commodityCode, quantityMilli }];
  });
};

/** What each kitchen needs in the week, day by day. `days` are the week's days, Monday first. */
export const planRequirements = (
  kitchens: readonly string[],
  goods: readonly Good[],
  days: readonly string[],
  chance: Chance,
): PlannedRequirement[] =>
  kitchens.map((kitchen) => ({ kitchen, lines: goods.flatMap((good) => planLines(good, days, chance)) }));
