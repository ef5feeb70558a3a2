import { daysOfWeek } from '../kernel/iso-week.js';
import { Refusal, type FieldError } from '../kernel/refuse.js';
import { refuseKitchen } from './refusals.js';

/** One ingredient on one day, in milli-units of the commodity's base unit (g, ml, 1/1000 piece). */
export interface RequirementLine {
  readonly neededOn: string;
  readonly commodityCode: string;
  readonly quantityMilli: number;
}

export interface KnownCommodity {
  readonly code: string;
  readonly isBiddable: boolean;
}

/** 100 tonnes of one ingredient on one day: a slip of the unit, not a kitchen of 3,000 portions. */
export const MAX_LINE_MILLI = 100_000_000;

/** At once all days of a week for some seventy ingredients: more than any menu cycle names. */
export const MAX_LINES = 500;

/**
 * Judges a week's lines and names everything that is wrong with them at once, since a nutritionist who pastes
 * a sheet of eighty rows wants all eighty judged:
 *
 *   week 2026-W48 (23 to 29 November)
 *   2026-11-30 rice 177 kg   | DAY_OUTSIDE_WEEK
 *   2026-11-24 LPG 3 cyl.    | COMMODITY_NOT_BIDDABLE
 *   2026-11-24 rice, again   | LINE_TWICE
 */
export const placeRequirementLines = (
  isoWeek: string,
  lines: readonly RequirementLine[],
  commodities: readonly KnownCommodity[],
): void => {
  const known = new Map(commodities.map((commodity) => [commodity.code, commodity]));
  const days = daysOfWeek(isoWeek);
  const seen = new Set<string>();
  const errors = lines.flatMap((line, place): FieldError[] => {
    const at = `lines.${place}`;
    const key = `${line.neededOn} ${line.commodityCode}`;
    const isTwice = seen.has(key);
    seen.add(key);
    return [
      ...wrongDay(line, isoWeek, days, at),
      ...wrongCommodity(line, known.get(line.commodityCode), at),
      ...wrongQuantity(line, at),
      ...(isTwice
        ? refuseKitchen('LINE_TWICE', { commodity: line.commodityCode, day: line.neededOn }, at).errors
        : []),
    ];
  });
  if (errors.length === 0) return;
  const { code, text } = refuseKitchen('REQUIREMENT_LINES_REFUSED');
  throw new Refusal(code, text, errors);
};

const wrongDay = (
  line: RequirementLine,
  week: string,
  days: readonly string[],
  at: string,
): readonly FieldError[] => {
  if (days.includes(line.neededOn)) return [];
  const params = { day: line.neededOn, week, from: days[0] ?? '', until: days[6] ?? '' };
  return refuseKitchen('DAY_OUTSIDE_WEEK', params, `${at}.neededOn`).errors;
};

const wrongCommodity = (
  line: RequirementLine,
  known: KnownCommodity | undefined,
  at: string,
): readonly FieldError[] => {
  if (known?.isBiddable === true) return [];
  const code = known === undefined ? 'COMMODITY_UNKNOWN' : 'COMMODITY_NOT_BIDDABLE';
  return refuseKitchen(code, { commodity: line.commodityCode }, `${at}.commodityCode`).errors;
};

const wrongQuantity = ({ quantityMilli }: RequirementLine, at: string): readonly FieldError[] =>
  Number.isSafeInteger(quantityMilli) && quantityMilli > 0 && quantityMilli <= MAX_LINE_MILLI
    ? []
    : refuseKitchen('QUANTITY_OUT_OF_BOUNDS', { max: MAX_LINE_MILLI }, `${at}.quantityMilli`).errors;
