/** What follows a proposed award, in one file. */
export { Contracts } from './contracts.js';
export { Objections } from './objections.js';
