import fc from 'fast-check';
import { daysOfWeek } from '../kernel/iso-week.js';
import { Refusal } from '../kernel/refuse.js';
import { MAX_LINE_MILLI, placeRequirementLines, type RequirementLine } from './place-requirement-lines.js';

const commodities = [
  { code: 'BERAS-MEDIUM', isBiddable: true },
  { code: 'TELUR', isBiddable: true },
  { code: 'LPG3', isBiddable: false },
];
const rice: RequirementLine = {
  neededOn: '2026-11-24',
  commodityCode: 'BERAS-MEDIUM',
  quantityMilli: 177_000,
};

const wrongs = (lines: readonly RequirementLine[], week = '2026-W48'): string[] => {
  try {
    placeRequirementLines(week, lines, commodities);
    return [];
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.errors.map(({ field, rule }) => `${field} ${rule}`);
  }
};

describe('placing the lines of a week', () => {
  it('takes other days and other ingredients side by side', () => {
    expect(wrongs([rice, { ...rice, neededOn: '2026-11-25' }, { ...rice, commodityCode: 'TELUR' }])).toEqual(
      [],
    );
  });

  it('takes an empty draft', () => {
    expect(wrongs([])).toEqual([]);
  });

  it('names every wrong line at once', () => {
    expect(
      wrongs([
        { ...rice, neededOn: '2026-11-30' },
        { ...rice, commodityCode: 'LPG3' },
        { ...rice, commodityCode: 'EMAS' },
        rice,
        rice,
        { ...rice, neededOn: '2026-11-26', quantityMilli: MAX_LINE_MILLI + 1 },
        { ...rice, neededOn: '2026-11-27', quantityMilli: 0 },
        { ...rice, neededOn: '2026-11-28', quantityMilli: 0.5 },
      ]),
    ).toEqual([
      'lines.0.neededOn DAY_OUTSIDE_WEEK',
      'lines.1.commodityCode COMMODITY_NOT_BIDDABLE',
      'lines.2.commodityCode COMMODITY_UNKNOWN',
      'lines.4 LINE_TWICE',
      'lines.5.quantityMilli QUANTITY_OUT_OF_BOUNDS',
      'lines.6.quantityMilli QUANTITY_OUT_OF_BOUNDS',
      'lines.7.quantityMilli QUANTITY_OUT_OF_BOUNDS',
    ]);
  });

  it('counts New Year in the week it lies in', () => {
    expect(wrongs([{ ...rice, neededOn: '2027-01-01' }], '2026-W53')).toEqual([]);
    expect(wrongs([{ ...rice, neededOn: '2027-01-01' }], '2027-W01')).toEqual([
      'lines.0.neededOn DAY_OUTSIDE_WEEK',
    ]);
  });

  it('takes each of the seven days of its week and none of the weeks beside it', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2020, max: 2050 }), fc.integer({ min: 2, max: 51 }), (year, week) => {
        const isoWeek = (number: number): string => `${year}-W${String(number).padStart(2, '0')}`;
        const linesOf = (number: number): RequirementLine[] =>
          daysOfWeek(isoWeek(number)).map((neededOn) => ({ ...rice, neededOn }));
        expect(wrongs(linesOf(week), isoWeek(week))).toEqual([]);
        expect(wrongs([...linesOf(week - 1), ...linesOf(week + 1)], isoWeek(week))).toHaveLength(14);
      }),
    );
  });
});
