/** What only kitchens are asked at home, in one file. */
export { default as ComingAsk } from '../kitchen/coming.ask.js';
export { default as WeeksAsk } from '../kitchen/weeks.ask.js';
