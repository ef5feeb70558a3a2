/**
 * Claims problems whose answers others have printed or computed, and the engine's shares before rounding
 * beside them. Only numbers are taken.
 */
import { rationingRules, type RationingRule } from '../pool/rationing-rule.js';
import { idealShares } from './reckon-ideals.js';

interface ClaimsCase {
  readonly of: string;
  readonly source: string;
  readonly amount: number;
  /** Claims and amount are these, times `scale`, where the source has fractions. */
  readonly scale?: number;
  readonly claims: readonly number[];
  /** As printed: a share is right when it rounds to that many digits. */
  readonly awards: Readonly<Partial<Record<RationingRule, readonly string[]>>>;
}

const words = (text: string): string[] => text.split(' ');

const KETUBOT = 'Ketubot 93a: Aumann and Maschler, Journal of Economic Theory 36 (1985)';
const BAVA_METZIA = 'Bava Metzia 2a: Aumann and Maschler, Journal of Economic Theory 36 (1985)';
const PACKAGE = 'computed with R package ClaimsProblems 1.0.0 (github.com/cran/ClaimsProblems @303efea6cc65)';

const printed: readonly ClaimsCase[] = [
  {
    of: 'three widows, 100',
    source: KETUBOT,
    amount: 100,
    claims: [100, 200, 300],
    awards: { talmud: words('33.333333 33.333333 33.333333') },
  },
  {
    of: 'three widows, 200',
    source: KETUBOT,
    amount: 200,
    claims: [100, 200, 300],
    awards: { talmud: words('50 75 75') },
  },
  {
    of: 'three widows, 300',
    source: KETUBOT,
    amount: 300,
    claims: [100, 200, 300],
    awards: { talmud: words('50 100 150') },
  },
  {
    of: 'contested garment, all and half',
    source: BAVA_METZIA,
    scale: 2,
    amount: 2,
    claims: [2, 1],
    awards: { talmud: words('0.75 0.25') },
  },
  {
    of: 'contested garment, all and all',
    source: BAVA_METZIA,
    amount: 1,
    claims: [1, 1],
    awards: { talmud: words('0.5 0.5') },
  },
  {
    of: 'two claimants',
    source: 'encyclopaedia page "constrained equal awards"',
    amount: 6,
    claims: [4, 8],
    awards: { 'equal-awards': words('3 3') },
  },
  {
    // Germany, Netherlands, Belgium, Ireland, United Kingdom, Spain, France.
    of: 'Northern European anglerfish quota',
    source:
      'Gallastegui, Inarra and Prellezo, Marine Resource Economics 17 (2003) 291-307, Table 7, as printed in the ' +
      'vignette of R package GameTheory (github.com/cran/GameTheory, inst/doc/GameTheory.pdf, history of c51ea20)',
    amount: 13_500,
    claims: [158, 299, 927, 2196, 4348, 6256, 13_952],
    awards: {
      proportional: words('75.81 143.46 444.79 1053.67 2086.22 3001.71 6694.34'),
      'equal-awards': words('158.00 299.00 927.00 2196.00 3306.67 3306.67 3306.67'),
      'equal-losses': words('0.00 0.00 0.00 0.00 662.67 2570.67 10266.67'),
      talmud: words('79.00 149.50 463.50 1098.00 2174.00 3128.00 6408.00'),
    },
  },
];

const computed = (
  of: string,
  amount: number,
  claims: readonly number[],
  awards: readonly [proportional: string, equalAwards: string, equalLosses: string, talmud: string],
): ClaimsCase => ({
  of,
  source: PACKAGE,
  amount,
  claims,
  awards: {
    proportional: words(awards[0]),
    'equal-awards': words(awards[1]),
    'equal-losses': words(awards[2]),
    talmud: words(awards[3]),
  },
});

const ofPackage: readonly ClaimsCase[] = [
  computed(
    'package example',
    10,
    [2, 4, 7, 8],
    ['0.952381 1.904762 3.333333 3.809524', '2 2.666667 2.666667 2.666667', '0 1 4 5', '1 2 3.5 3.5'],
  ),
  computed(
    'talmud-100',
    100,
    [100, 200, 300],
    ['16.666667 33.333333 50', '33.333333 33.333333 33.333333', '0 0 100', '33.333333 33.333333 33.333333'],
  ),
  computed(
    'talmud-200',
    200,
    [100, 200, 300],
    ['33.333333 66.666667 100', '66.666667 66.666667 66.666667', '0 50 150', '50 75 75'],
  ),
  computed('talmud-300', 300, [100, 200, 300], ['50 100 150', '100 100 100', '0 100 200', '50 100 150']),
  computed(
    'talmud-400',
    400,
    [100, 200, 300],
    ['66.666667 133.333333 200', '100 150 150', '33.333333 133.333333 233.333333', '50 125 225'],
  ),
  computed(
    'talmud-500',
    500,
    [100, 200, 300],
    [
      '83.333333 166.666667 250',
      '100 200 200',
      '66.666667 166.666667 266.666667',
      '66.666667 166.666667 266.666667',
    ],
  ),
  computed(
    'bankruptcy (Fiestras-Janeiro et al. 2016)',
    230,
    [10, 10, 15, 15, 180, 80, 40, 42],
    [
      '5.867347 5.867347 8.801020 8.801020 105.612245 46.938776 23.469388 24.642857',
      '10 10 15 15 49 49 40 42',
      '0 0 0 0 152 52 12 14',
      '5 5 7.5 7.5 124 40 20 21',
    ],
  ),
  computed(
    'exercise of J. Malkevitch (CUNY 2017), 100',
    100,
    [40, 70, 90],
    ['20 35 45', '33.333333 33.333333 33.333333', '6.666667 36.666667 56.666667', '20 35 45'],
  ),
  computed(
    'exercise of J. Malkevitch, 120',
    120,
    [40, 70, 90],
    ['24 42 54', '40 40 40', '13.333333 43.333333 63.333333', '20 40 60'],
  ),
  computed(
    'exercise of J. Malkevitch, 180',
    180,
    [40, 70, 90],
    ['36 63 81', '40 70 70', '33.333333 63.333333 83.333333', '33.333333 63.333333 83.333333'],
  ),
  computed(
    'second exercise of J. Malkevitch, 120',
    120,
    [60, 90, 100],
    ['28.8 43.2 48', '40 40 40', '16.666667 46.666667 56.666667', '30 45 45'],
  ),
  computed(
    'second exercise of J. Malkevitch, 240',
    240,
    [60, 90, 100],
    ['57.6 86.4 96', '60 90 90', '56.666667 86.666667 96.666667', '56.666667 86.666667 96.666667'],
  ),
  computed(
    'ties',
    20,
    [5, 5, 5, 20],
    ['2.857143 2.857143 2.857143 11.428571', '5 5 5 5', '1.25 1.25 1.25 16.25', '2.5 2.5 2.5 12.5'],
  ),
  computed('full', 15, [3, 5, 7], ['3 5 7', '3 5 7', '3 5 7', '3 5 7']),
  computed('zero', 0, [3, 5, 7], ['0 0 0', '0 0 0', '0 0 0', '0 0 0']),
];

/** A fraction rounded half up to so many digits, reckoned in whole numbers. */
const inDigits = (numerator: bigint, denominator: bigint, digits: number): string => {
  const shifted = (2n * numerator * 10n ** BigInt(digits) + denominator) / (2n * denominator);
  const text = shifted.toString().padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
};

/** The table of the quota prints two digits throughout; elsewhere what is shorter than six is exact. */
const digitsOf = (awards: readonly string[]): number =>
  awards.every((award) => /\.\d\d$/.test(award)) && awards.length > 2 ? 2 : 6;

const padded = (awards: readonly string[]): string[] =>
  awards.map((award) => {
    const [whole = '', rest = ''] = award.split('.');
    return `${whole}.${rest.padEnd(digitsOf(awards), '0')}`;
  });

const reckoned = (
  rule: RationingRule,
  { amount, claims, scale = 1 }: ClaimsCase,
  digits: number,
): string[] => {
  const { numerators, times, denominator } = idealShares(rule, amount, claims);
  return numerators.map((numerator) =>
    inDigits(BigInt(numerator) * BigInt(times), BigInt(denominator) * BigInt(scale), digits),
  );
};

const cases = [...printed, ...ofPackage].flatMap((each) =>
  rationingRules.flatMap((rule) => {
    const awards = each.awards[rule];
    return awards === undefined ? [] : [{ of: each.of, source: each.source, rule, each, awards }];
  }),
);

describe('published claims problems', () => {
  it('are all there', () => {
    expect(printed).toHaveLength(7);
    expect(ofPackage).toHaveLength(15);
    expect(cases).toHaveLength(6 + 4 + 15 * 4);
  });

  it.each(cases)('$of by $rule', ({ rule, each, awards }) => {
    expect(reckoned(rule, each, digitsOf(awards))).toEqual(padded(awards));
  });
});
