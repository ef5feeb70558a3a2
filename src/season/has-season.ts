import { callApi } from './call-api.js';
import type { SystemToVisit } from './open-next-pool.js';
import { OFFICER, signIn } from './sign-in.js';

/** Whether any pool exists already, drafts of the organiser included: then nothing is played again. */
export const hasSeason = async ({ baseUrl, password }: SystemToVisit): Promise<boolean> => {
  const api = callApi(baseUrl);
  const people = await signIn(api, [OFFICER], password);
  const { data } = await api.call<{ data: unknown[] }>(people.of(OFFICER), 'GET', '/pools?limit=1');
  return data.length > 0;
};
