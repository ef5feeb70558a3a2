import { ValidateBy } from 'class-validator';
import { isIsoWeek } from '../../core/kernel/iso-week.js';

const civilDate = /^(?!0000)\d{4}-\d{2}-\d{2}$/;
const instant = /^([\d-]{10})T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,9})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;

/** True for dates that exist, here and in the database: `2026-02-30` and the year 0000 do not. */
const isCivilDate = (value: unknown): boolean => {
  if (typeof value !== 'string' || !civilDate.test(value)) return false;
  // No month of 13, and the 30th of February is read as a day of March.
  return new Date(`${value}T00:00:00Z`).getUTCDate() === Number(value.slice(8));
};

/**
 * True for moments that exist, after RFC 3339 and not all of ISO 8601: its weeks, days of the year and commas are
 * no dates to JavaScript.
 */
const isInstant = (value: unknown): boolean => {
  const match = typeof value === 'string' ? instant.exec(value) : null;
  if (match === null || !isCivilDate(match[1])) return false;
  const year = new Date(match[0]).getUTCFullYear();
  return year >= 1 && year <= 9999;
};

export const IsInstant = (): PropertyDecorator =>
  ValidateBy({
    name: 'isInstant',
    validator: { validate: isInstant, defaultMessage: () => '$property must be a moment with its zone' },
  });

export const IsCivilDate = (): PropertyDecorator =>
  ValidateBy({
    name: 'isCivilDate',
    validator: { validate: isCivilDate, defaultMessage: () => '$property must be a date YYYY-MM-DD' },
  });

export const IsIsoWeekText = (): PropertyDecorator =>
  ValidateBy({
    name: 'isIsoWeek',
    validator: {
      validate: (value) => typeof value === 'string' && isIsoWeek(value),
      defaultMessage: () => '$property must be an ISO week',
    },
  });

/**
 * Half of a surrogate pair is no character: the database refuses it within JSON, and elsewhere keeps another. Control
 * characters besides tab and line ends are no text: a terminal that shows them obeys them.
 */
export const IsWellFormedText = (): PropertyDecorator =>
  ValidateBy({
    name: 'isWellFormed',
    validator: {
      validate: (value) => typeof value !== 'string' || !/\p{Surrogate}|(?![\t\n\r])\p{Cc}/u.test(value),
      defaultMessage: () => '$property must be well-formed text',
    },
  });

/** Nested rules look into lists as deep as they go: a list where an object belongs would pass them, and be taken for one. */
export const IsNoList = ({ each }: { each: boolean }): PropertyDecorator =>
  ValidateBy(
    {
      name: 'isNoList',
      validator: {
        validate: (value) => !Array.isArray(value),
        defaultMessage: () => '$property must be an object',
      },
    },
    { each },
  );

/** What a reader sees of a text: no marks without a form, no blanks at its ends. Linear: texts may be long and hostile. */
const seen = (text: string): string => text.replace(/\p{Cf}/gu, '').trim();

/** At least so many characters, blanks at either end not counted: a reason of one space is no reason. */
export const HasLength = (min: number): PropertyDecorator =>
  ValidateBy(
    {
      name: 'minLength',
      validator: {
        validate: (value) => typeof value === 'string' && seen(value).length >= min,
        defaultMessage: () => `$property must have at least ${min} characters besides blanks at its ends`,
      },
    },
    { context: { min } },
  );
