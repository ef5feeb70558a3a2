/** What only who makes, opens or joins keys needs, in one file. */
export { JoinKeys } from './join-keys.js';
export { MakeKeys } from './make-keys.js';
export { OpenKeys } from './open-keys.js';
