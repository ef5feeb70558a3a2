import type { Person } from './river.js';

/** What an answer says, which has to be one of `statuses`; without any: one that all went well with. */
export const must = async <Body>(answer: ReturnType<Person['get']>, ...statuses: number[]): Promise<Body> => {
  const { status, text, body } = await answer;
  if (!(statuses.length === 0 ? [200, 201, 204] : statuses).includes(status))
    throw new Error(`${status} ${text}`);
  return body as Body;
};
