/** What is asked at home of who sends goods or awaits them, in one file. */
export { default as DropsAsk } from '../delivery/drops.ask.js';
export { default as SendsAsk } from '../delivery/sends.ask.js';
