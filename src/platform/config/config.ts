/** The token under which the parsed configuration is injected. */
export { type Config } from './settings.js';
export const CONFIG = Symbol('config');
