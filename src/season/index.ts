/** The player of the first season: a client of the HTTP API like any other. */
export { playSeason } from './play-season.js';
export { openNextPool } from './open-next-pool.js';
export { hasSeason } from './has-season.js';
export { callApi, type Api } from './call-api.js';
