import { checkAwards } from './check-awards.js';
import { checkDemand } from './check-demand.js';
import { checkGoods } from './check-goods.js';
import { checkMoney } from './check-money.js';
import { checkPromises } from './check-promises.js';
import type { SeasonCheck } from './compare-numbers.js';
import type { SeasonFacts } from './season-facts.js';

/**
 * Judges a season: every total at every stage, reckoned by the player from its own plan and from the parts that the
 * API answers, never from a total the server computed. In the order of the river: the first broken one is the cause.
 */
export const checkSeason = (facts: SeasonFacts): SeasonCheck[] => [
  ...checkDemand(facts),
  ...checkAwards(facts),
  ...checkGoods(facts),
  ...checkMoney(facts),
  ...checkPromises(facts),
];

/** The first promise that did not hold, in words; null when all did. */
export const firstBroken = (checks: readonly SeasonCheck[]): string | null => {
  const broken = checks.find(({ held }) => !held);
  return broken === undefined ? null : `${broken.name}: ${broken.detail}`;
};
