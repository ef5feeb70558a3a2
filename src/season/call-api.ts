import { randomUUID } from 'node:crypto';

/** A person with a session. */
export interface Actor {
  readonly login: string;
  readonly token: string;
  readonly personId: string;
  /** The party the person belongs to: each of the demo people belongs to one. */
  readonly partyId: string;
  readonly partyName: string;
}

type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface CallOptions {
  readonly body?: object;
  /** The version seen, sent as If-Match. */
  readonly version?: number;
}

/** RFC 9457 problem details, as far as a client decides by them. */
export interface Problem {
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly field: string; readonly rule: string }[];
}

/** An answer nobody expected; names the call, what came back and why. */
class UnexpectedAnswer extends Error {
  constructor(
    route: string,
    readonly problem: Problem,
  ) {
    const fields = problem.errors.map(({ field, rule }) => `${field} ${rule}`).join(', ');
    super(`${route} -> ${problem.status} ${problem.code}: ${problem.detail}${fields && ` (${fields})`}`);
    this.name = 'UnexpectedAnswer';
  }
}

/** How the season speaks. An actor of null is the public. */
export interface Api {
  readonly baseUrl: string;
  /** @throws UnexpectedAnswer unless the server answers with 2xx. */
  call<Answer>(actor: Actor | null, method: Method, path: string, options?: CallOptions): Promise<Answer>;
  /** What is there, or undefined for a 404: not yet, or not for this caller. */
  find<Answer>(actor: Actor | null, path: string): Promise<Answer | undefined>;
  /** The refusal that is wanted. @throws UnexpectedAnswer when the server accepts, or refuses with another status. */
  refusal(
    actor: Actor | null,
    method: Method,
    path: string,
    statuses: readonly number[],
    options?: CallOptions,
  ): Promise<Problem>;
  /** All pages of a list, one after the other. */
  list<Row>(actor: Actor | null, path: string): Promise<Row[]>;
}

const CALL_TIMEOUT_MS = 60_000;
const PAGE_ROWS = 200;

const headersOf = (
  actor: Actor | null,
  method: Method,
  { body, version }: CallOptions,
): Record<string, string> => ({
  accept: 'application/json, application/problem+json',
  'accept-language': 'en',
  ...(body === undefined ? {} : { 'content-type': 'application/json' }),
  ...(actor === null ? {} : { authorization: `Bearer ${actor.token}` }),
  ...(version === undefined ? {} : { 'if-match': `"${version}"` }),
  // Nothing is sent twice here, so every request is a new one.
  ...(method === 'POST' || method === 'PATCH' ? { 'idempotency-key': randomUUID() } : {}),
});

const readProblem = (status: number, text: string): Problem => {
  try {
    const { code, detail, errors } = JSON.parse(text) as Partial<Problem>;
    return { status, code: code ?? 'NO_CODE', detail: detail ?? text.slice(0, 200), errors: errors ?? [] };
  } catch {
    return { status, code: 'NO_PROBLEM_DETAILS', detail: text.slice(0, 200), errors: [] };
  }
};

/** Speaks to a running Sepikul with Node's own fetch. */
export const callApi = (baseUrl: string): Api => {
  const root = `${baseUrl.replace(/\/+$/, '')}/api/v1`;

  const send = async (
    actor: Actor | null,
    method: Method,
    path: string,
    options: CallOptions,
  ): Promise<{ status: number; text: string }> => {
    try {
      const response = await fetch(`${root}${path}`, {
        method,
        headers: headersOf(actor, method, options),
        ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
        signal: AbortSignal.timeout(CALL_TIMEOUT_MS),
      });
      return { status: response.status, text: await response.text() };
    } catch (error) {
      throw new Error(`${method} ${path}: the server did not answer`, { cause: error });
    }
  };

  const routeOf = (actor: Actor | null, method: Method, path: string): string =>
    `${method} ${path} as ${actor?.login ?? 'the public'}`;

  const call = async <Answer>(
    actor: Actor | null,
    method: Method,
    path: string,
    options: CallOptions = {},
  ): Promise<Answer> => {
    const { status, text } = await send(actor, method, path, options);
    if (status < 200 || status > 299)
      throw new UnexpectedAnswer(routeOf(actor, method, path), readProblem(status, text));
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  };

  return {
    baseUrl,
    call,
    async find<Answer>(actor: Actor | null, path: string) {
      try {
        return await call<Answer>(actor, 'GET', path);
      } catch (error) {
        if (error instanceof UnexpectedAnswer && error.problem.status === 404) return undefined;
        throw error;
      }
    },
    async refusal(actor, method, path, wanted, options = {}) {
      const { status, text } = await send(actor, method, path, options);
      const problem = readProblem(status, status < 300 ? '{"code":"ACCEPTED","detail":"accepted"}' : text);
      if (!wanted.includes(status))
        throw new UnexpectedAnswer(`${routeOf(actor, method, path)}, ${wanted.join(' or ')} wanted`, problem);
      return problem;
    },
    async list<Row>(actor: Actor | null, path: string) {
      const rows: Row[] = [];
      for (let cursor: string | null = ''; cursor !== null;) {
        const mark = path.includes('?') ? '&' : '?';
        const page: { data: Row[]; nextCursor: string | null } = await call(
          actor,
          'GET',
          `${path}${mark}limit=${PAGE_ROWS}${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
        );
        rows.push(...page.data);
        cursor = page.nextCursor;
      }
      return rows;
    },
  };
};
