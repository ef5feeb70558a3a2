/** The player of the first season: a client of the HTTP API like any other. */
export { playSeason, type PlayedSeason, type SeasonOptions } from './play-season.js';
export { openNextPool, type SystemToVisit } from './open-next-pool.js';
export { hasSeason } from './has-season.js';
export type { SeasonCheck } from './compare-numbers.js';
export type { Progress } from './scene.js';
