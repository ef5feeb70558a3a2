import type { Answer } from '../gateway.js';
import { isFields, type Fields } from './read-transaction.js';

/** What the client throws for an answer that says no: MidtransError, or whatever else went wrong below it. */
interface Failure {
  /** Number of the HTTP answer; text where HTTP said 200 and the body no; null where nothing came. */
  readonly code: number | null;
  readonly body: Fields | undefined;
  /** Such as ECONNABORTED. */
  readonly cause: string;
}

const failureOf = (thrown: unknown): Failure => {
  const error: Fields = isFields(thrown) ? thrown : {};
  const code = Number(error.httpStatusCode ?? Number.NaN);
  const raw = isFields(error.rawHttpClientData) ? error.rawHttpClientData : error;
  return {
    code: Number.isInteger(code) ? code : null,
    body: isFields(error.ApiResponse) ? error.ApiResponse : undefined,
    cause: typeof raw.code === 'string' && /^[A-Z_]{1,40}$/.test(raw.code) ? raw.code : 'NO_ANSWER',
  };
};

const said = (body: Fields | undefined): string => {
  const words = [body?.status_message, body?.error_message, body?.validation_messages, body?.error_messages];
  return words
    .flat()
    .filter((word) => typeof word === 'string')
    .join('; ');
};

const MAX_MESSAGE = 300;

/** What the gateway said, without any of our secrets, should it repeat them. */
const redacted = (message: string, secrets: readonly string[]): string => {
  const forms = secrets.flatMap((secret) => [secret, Buffer.from(`${secret}:`).toString('base64')]);
  return forms
    .filter((form) => form.length > 1)
    .reduce((cut, form) => cut.replaceAll(form, '***'), message)
    .slice(0, MAX_MESSAGE);
};

/** The code and the words of a refusal, for those who look closer at some codes. */
export const codeOf = (thrown: unknown): number | null => failureOf(thrown).code;

/** The body of a failed answer, which may still hold a transaction (407). */
export const bodyOf = (thrown: unknown): Fields | undefined => failureOf(thrown).body;

/**
 * What a failed call says. Refused: the gateway answered that it did nothing; 429 among them, so that the same order
 * id may be tried again later. Unknown: no answer, 5xx, a redirect, or an answer that makes no sense. What was thrown
 * holds the request with its key and goes nowhere from here: neither into the answer nor into any log.
 */
export const readFailure = (thrown: unknown, secrets: readonly string[]): Answer<never> => {
  const { code, body, cause } = failureOf(thrown);
  if (code === null) return { outcome: 'unknown', reason: cause };
  if (code < 400 || code > 499 || code === 408) return { outcome: 'unknown', reason: `HTTP_${code}` };
  return { outcome: 'refused', code, message: redacted(said(body) || `code ${code}`, secrets) };
};
