import type { ValidationError } from 'class-validator';
import type { FieldError } from '../../core/kernel/refuse.js';

type Texts = Readonly<Record<string, { readonly rule: string; readonly id: string; readonly en: string }>>;

/** What each broken rule is called and says; `{name}` comes from the rule's context. */
const texts: Texts = {
  isInt: { rule: 'WHOLE_NUMBER', id: 'harus bilangan bulat', en: 'must be a whole number' },
  min: { rule: 'AT_LEAST', id: 'paling sedikit {min}', en: 'must be at least {min}' },
  max: { rule: 'AT_MOST', id: 'paling banyak {max}', en: 'must be at most {max}' },
  isString: { rule: 'TEXT', id: 'harus berupa teks', en: 'must be text' },
  minLength: {
    rule: 'TOO_SHORT',
    id: 'paling sedikit {min} huruf, tanpa spasi di tepi',
    en: 'must have at least {min} characters, not counting blanks at its ends',
  },
  maxLength: { rule: 'TOO_LONG', id: 'paling banyak {max} huruf', en: 'must have at most {max} characters' },
  notContains: {
    rule: 'NULL_CHARACTER',
    id: 'tidak boleh memuat karakter nol',
    en: 'must not contain the null character',
  },
  isWellFormed: {
    rule: 'WELL_FORMED',
    id: 'harus berupa huruf yang utuh',
    en: 'must be made of whole characters',
  },
  matches: { rule: 'FORM', id: 'bentuknya tidak sesuai ({pattern})', en: 'does not have the form {pattern}' },
  isUuid: { rule: 'ID', id: 'harus berupa id (UUID)', en: 'must be an id (UUID)' },
  isIn: { rule: 'ONE_OF', id: 'harus salah satu dari: {values}', en: 'must be one of: {values}' },
  isBoolean: { rule: 'YES_OR_NO', id: 'harus true atau false', en: 'must be true or false' },
  isCivilDate: {
    rule: 'DATE',
    id: 'harus tanggal TTTT-BB-HH yang ada',
    en: 'must be an existing date YYYY-MM-DD',
  },
  isIsoWeek: {
    rule: 'ISO_WEEK',
    id: 'harus minggu ISO yang ada, seperti 2026-W48',
    en: 'must be an existing ISO week such as 2026-W48',
  },
  isInstant: {
    rule: 'INSTANT',
    id: 'harus waktu RFC 3339 dengan zona, seperti 2026-11-26T17:00:00+07:00',
    en: 'must be an RFC 3339 time with its zone, such as 2026-11-26T17:00:00+07:00',
  },
  isArray: { rule: 'LIST', id: 'harus berupa daftar', en: 'must be a list' },
  arrayMinSize: { rule: 'TOO_FEW', id: 'paling sedikit {min} baris', en: 'must have at least {min} entries' },
  arrayMaxSize: { rule: 'TOO_MANY', id: 'paling banyak {max} baris', en: 'must have at most {max} entries' },
  isDefined: { rule: 'REQUIRED', id: 'harus diisi', en: 'must be given' },
  nestedValidation: { rule: 'OBJECT', id: 'harus berupa objek', en: 'must be an object' },
  isNoList: { rule: 'OBJECT', id: 'harus berupa objek', en: 'must be an object' },
  whitelistValidation: { rule: 'UNKNOWN_FIELD', id: 'tidak dikenal', en: 'is not known here' },
};

type Context = Readonly<Record<string, string>>;

const fill = (text: string, context: Context): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => context[name] ?? '?');

/** Flattens class-validator's tree into one error per field and broken rule, the field as a JSON path. */
export const fieldErrors = (errors: readonly ValidationError[], parent = ''): FieldError[] =>
  errors.flatMap((error) => {
    const field = parent === '' ? error.property : `${parent}.${error.property}`;
    const own = Object.keys(error.constraints ?? {}).map((constraint): FieldError => {
      const text = texts[constraint] ?? { rule: 'INVALID', id: 'tidak sah', en: 'is not valid' };
      const context = (error.contexts?.[constraint] ?? {}) as Context;
      return {
        field,
        rule: text.rule,
        id: `${field} ${fill(text.id, context)}`,
        en: `${field} ${fill(text.en, context)}`,
      };
    });
    return [...own, ...fieldErrors(error.children ?? [], field)];
  });
