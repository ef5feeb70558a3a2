import { ValidateBy } from 'class-validator';
import { isIsoWeek } from '../../core/kernel/iso-week.js';

const civilDate = /^\d{4}-\d{2}-\d{2}$/;

/** True for dates that exist: `2026-02-30` does not. */
const isCivilDate = (value: unknown): boolean => {
  if (typeof value !== 'string' || !civilDate.test(value)) return false;
  const ms = Date.parse(`${value}T00:00:00Z`);
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === value;
};

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
