/** What only organisers are asked at home, in one file. */
export { default as RunPoolsAsk } from '../pool/run-pools.ask.js';
export { default as StepsAsk } from '../award/steps.ask.js';
export { default as ChecksAsk } from '../party/checking/checks.ask.js';
