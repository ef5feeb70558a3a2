import createClient, { type Client } from 'openapi-fetch';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { hearClock } from '../words/clock.js';
import { noteKept } from './kept-answers.js';
import type { components, paths } from './schema.js';

/** A view or body of the API by its name: `View<'PoolDetailView'>`. */
export type View<Name extends keyof components['schemas']> = components['schemas'][Name];
export type Problem = View<'ProblemView'>;

/** The typed client of openapi.json. */
export type Api = Client<paths>;

/** What the server refused, in its own words; or that it could not be reached. */
export class Refused extends Error {
  constructor(readonly problem: Problem | null) {
    super(problem?.detail ?? 'offline');
    this.name = 'Refused';
  }
  /** Null where the server was not reached. */
  get code(): string | null {
    return this.problem?.code ?? null;
  }
  get isOffline(): boolean {
    return this.problem === null;
  }
}

const isProblem = (body: unknown): body is Problem =>
  typeof body === 'object' && body !== null && 'code' in body && 'detail' in body;

/** The answer's data. @throws Refused with the server's words, or without any where it was not reached. */
export const dataOf = async <Data>(
  call: Promise<{ data?: Data; error?: unknown; response: Response }>,
): Promise<Data> => {
  let answer;
  try {
    answer = await call;
  } catch {
    throw new Refused(null);
  }
  if (answer.response.ok) {
    noteKept(answer.data, answer.response);
    return answer.data as Data;
  }
  // What stands between may answer in the server's place, without our words.
  throw new Refused(isProblem(answer.error) ? answer.error : null);
};

export const makeApi = (options: {
  baseUrl: string;
  fetch?: (request: Request) => Promise<Response>;
  headers: () => Record<string, string>;
  /** Told the token that the server no longer knows. */
  onSignedOut?: (token: string) => void;
}): Api => {
  const api = createClient<paths>({
    baseUrl: options.baseUrl,
    ...(options.fetch === undefined ? {} : { fetch: options.fetch }),
  });
  api.use({
    onRequest: ({ request }) => {
      for (const [name, value] of Object.entries(options.headers())) request.headers.set(name, value);
      return request;
    },
    onResponse: async ({ request, response }) => {
      hearClock(response.headers.get('date'));
      if (response.status !== 401 || options.onSignedOut === undefined) return;
      const token = /^Bearer (.+)$/.exec(request.headers.get('authorization') ?? '')?.[1];
      // A wrong password or code is answered 401 too.
      const body: unknown = await response
        .clone()
        .json()
        .catch(() => null);
      if (token !== undefined && isProblem(body) && body.code === 'NOT_SIGNED_IN') options.onSignedOut(token);
    },
  });
  return api;
};

export const ApiContext = createContext<Api | null>(null);

export const useApi = (): Api => {
  const api = useContext(ApiContext);
  if (api === null) throw new Error('no ApiContext above this component');
  return api;
};
