import type { SessionAnswer } from './demand-answers.js';
import type { Actor, Api } from './call-api.js';
import { CITY_CODE } from './look-around.js';
import { runAbreast } from './run-abreast.js';

/** Checking a password is made to cost the server 50 to 100 ms; more at once only queue up. */
const SIGN_INS_ABREAST = 3;

/** The people of a season by their logins, signed in. */
export interface People {
  of(login: string): Actor;
  readonly all: readonly Actor[];
}

/** The organiser's two people, who never approve their own proposal, and who watches. */
export const OFFICER = 'organiser-officer';
export const CHAIR = 'organiser-chair';
export const OBSERVER = 'observer';

const signInOne = async (api: Api, login: string, password: string): Promise<Actor> => {
  const session = await api.call<SessionAnswer>(null, 'POST', '/sessions', { body: { login, password } });
  // Where a second city is seeded, the demo's people act for both.
  const membership =
    session.memberships.find(({ code }) => code.includes(CITY_CODE)) ?? session.memberships[0];
  if (membership === undefined) throw new Error(`${login} belongs to no party`);
  const { partyId, name: partyName } = membership;
  return { login, token: session.token, personId: session.person.id, partyId, partyName };
};

/** Signs people in, a few at a time. */
export const signIn = async (
  api: Api,
  logins: readonly string[],
  password: string,
  tell: (done: number) => void = () => undefined,
): Promise<People> => {
  let done = 0;
  const all = await runAbreast(logins, SIGN_INS_ABREAST, async (login) => {
    const actor = await signInOne(api, login, password);
    tell((done += 1));
    return actor;
  });
  const byLogin = new Map(all.map((actor) => [actor.login, actor]));
  return {
    all,
    of: (login) => {
      const actor = byLogin.get(login);
      if (actor === undefined) throw new Error(`${login} has not signed in`);
      return actor;
    },
  };
};
