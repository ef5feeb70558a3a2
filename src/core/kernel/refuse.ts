import { groupDigits, type Language, type Words } from './words.js';

/**
 * A refusal: the one way in which a command says no. It names a stable code (a sentence in capitals),
 * the HTTP status that fits, both languages, and, where a field is to blame, that field.
 * A refused command changes nothing.
 */
export interface RefusalText extends Words {
  readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413 | 415 | 422 | 428 | 429 | 503;
}

export interface FieldError extends Words {
  /** JSON path of the field in the request, such as `lines.0.quantityPacks`. */
  readonly field: string;
  /** The rule that was broken, a stable word such as `WHOLE_NUMBER` or a refusal code. */
  readonly rule: string;
}

export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly text: RefusalText,
    readonly errors: readonly FieldError[] = [],
    /** Whole seconds after which it may go well, sent as Retry-After. */
    readonly retryAfterS?: number,
  ) {
    super(`${code}: ${text.en}`);
    this.name = 'Refusal';
  }
}

type Params = Readonly<Record<string, string | number>>;

/** Whole rupiah are grouped as people write them; of other numbers a year or a code may be one, so they stay as they are. */
const fill = (language: Language, text: string, params: Params): string =>
  text.replace(/(Rp)?\{(\w+)\}/g, (whole, rp: string | undefined, name: string) => {
    const value = params[name];
    if (value === undefined) return whole;
    return rp === undefined ? String(value) : `${rp}${groupDigits(value, language === 'id' ? '.' : ',')}`;
  });

/**
 * Makes a stage's refusals from its table of texts, so that a code without both languages does not compile.
 *
 *   const refuse = refusals({ POOL_ALREADY_CLOSED: { status: 409, id: 'Putaran sudah ditutup', en: 'The pool is closed' } });
 *   throw refuse('POOL_ALREADY_CLOSED');
 *
 * `{name}` in a text is filled from `params`, `Rp{name}` with the thousands apart; `field` puts the refusal on that field of the request.
 */
export const refusals =
  <Code extends string>(table: Readonly<Record<Code, RefusalText>>) =>
  (code: Code, params: Params = {}, field?: string): Refusal => {
    const { status, id, en } = table[code];
    const text: RefusalText = { status, id: fill('id', id, params), en: fill('en', en, params) };
    return new Refusal(
      code,
      text,
      field === undefined ? [] : [{ field, rule: code, id: text.id, en: text.en }],
    );
  };

/** Refuses with everything that is broken at once, the first giving the code; nothing broken refuses nothing. */
export const refuseBroken = (broken: readonly Refusal[]): void => {
  const [first] = broken;
  if (first)
    throw new Refusal(
      first.code,
      first.text,
      broken.flatMap(({ errors }) => errors),
    );
};
