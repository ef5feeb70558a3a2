import { refuseParty } from './refusals.js';

/** Small letters, digits and . _ @ + -, three to eighty: what can be typed on any telephone and read out. */
const FIT = /^[a-z0-9][a-z0-9._@+-]{1,78}[a-z0-9]$/;

/** Logins of erased people begin so. */
const RESERVED = 'erased-';

/** @param login in small letters. @throws Refusal on the field `login`. */
export const judgeLogin = (login: string): void => {
  if (!FIT.test(login)) throw refuseParty('LOGIN_UNFIT', {}, 'login');
  if (login.startsWith(RESERVED)) throw refuseParty('LOGIN_TAKEN', {}, 'login');
};
