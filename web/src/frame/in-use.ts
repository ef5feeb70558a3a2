export { keepFocus } from './keep-focus.js';
export { returnTo } from './return-to.js';
