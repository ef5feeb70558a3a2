import { newId } from '../new-id.js';

export interface LoggedRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly method?: string;
  readonly url?: string;
  readonly originalUrl?: string;
  requestId?: string;
}

const acceptable = /^[A-Za-z0-9-]{8,64}$/;

/** The id that ties a request to its log lines: the caller's `X-Request-Id` when it is well formed, else a new one. */
export const requestIdOf = (request: LoggedRequest): string => {
  if (request.requestId === undefined) {
    const given = request.headers['x-request-id'];
    request.requestId = typeof given === 'string' && acceptable.test(given) ? given : newId();
  }
  return request.requestId;
};
