import { emptyForm, formLike } from './pool-form-like.js';
import { bodyOf, type PoolForm } from './pool-form.js';
import type { Pool } from './use-pool.js';

const step = (dueS: number) => ({ dueS, hasDeputy: false, deputyS: 0 });
const pool = {
  id: 'p',
  title: 'Belanja bersama minggu 2026-W50',
  side: 'buy',
  purpose: 'ordinary',
  contractMode: 'direct',
  regionCode: '32.71',
  rationingRule: 'equal-awards',
  closesAt: '2026-11-26T10:00:00Z',
  biddingPeriodS: 86_400,
  neededFrom: '2026-12-07',
  neededUntil: '2026-12-13',
  items: [
    {
      itemId: 'rice',
      packCode: 'BERAS-MEDIUM/XSA50',
      ceilingRpPerUnit: 12_800,
      ceilingSource: 'HPS pengurus',
      floorRpPerUnit: null,
      floorSource: null,
      referenceRpPerUnit: 13_500,
      grades: [],
      distribution: null,
    },
    {
      itemId: 'oil',
      packCode: 'MINYAK/XCT12',
      ceilingRpPerUnit: 15_700,
      ceilingSource: 'HET',
      floorRpPerUnit: null,
      floorSource: null,
      referenceRpPerUnit: 15_700,
      grades: [],
      distribution: null,
    },
  ],
  deposit: { rateBps: 1_000, forfeit: 'line-withdrawn', returnDays: 7, graceS: 900 },
  pricing: { kind: 'per-zone', feeRpPerUnit: 50 },
  award: { maxShareBps: 6_000 },
  rescue: { extendByS: 86_400, otherwise: 'cancel', items: [{ itemId: 'rice', minimumPacks: 200 }] },
  seal: { mode: 'server' },
  steps: {
    proposal: step(86_400),
    objection: step(7_200),
    answer: step(86_400),
    approval: step(172_800),
    contract: step(172_800),
  },
} as unknown as Pool;

const like = (now: string): PoolForm => formLike(pool, Date.parse(now), ({ packCode }) => packCode);

describe('a pool like an earlier one', () => {
  it('moves every date on by whole weeks, to a close at least a day away, and the week in its title too', () => {
    const next = like('2026-11-22T00:00:00Z');
    expect([next.title, next.closesAt, next.neededFrom, next.neededUntil]).toEqual([
      'Belanja bersama minggu 2026-W51',
      '2026-12-03T17:00',
      '2026-12-14',
      '2026-12-20',
    ]);
    expect(like('2026-12-02T11:00:00Z').closesAt).toBe('2026-12-10T17:00');
  });

  it('keeps its rules, and asks anew for a limit that was the public price', () => {
    const body = bodyOf(like('2026-11-22T00:00:00Z'), 'org');
    expect(body).toMatchObject({
      organiserId: 'org',
      closesAt: '2026-12-03T10:00:00.000Z',
      biddingPeriodS: 86_400,
      rationingRule: 'equal-awards',
      items: [
        { packCode: 'BERAS-MEDIUM/XSA50', ceilingRpPerUnit: 12_800, ceilingSource: 'HPS pengurus' },
        { packCode: 'MINYAK/XCT12' },
      ],
      deposit: { rateBps: 1_000, forfeit: 'line-withdrawn' },
      pricing: { kind: 'per-zone', feeRpPerUnit: 50 },
      award: { maxShareBps: 6_000 },
      rescue: {
        extendByS: 86_400,
        otherwise: 'cancel',
        items: [{ packCode: 'BERAS-MEDIUM/XSA50', minimumPacks: 200 }],
      },
      steps: { standstillS: 7_200, approval: { dueS: 172_800 }, contractDueS: 172_800 },
    });
    expect(body.items[1]).toEqual({ packCode: 'MINYAK/XCT12' });
  });
});

describe('a new pool', () => {
  it('closes on a Thursday at 17.00, two days away or more, for the week after', () => {
    const form = emptyForm(Date.parse('2026-11-22T03:00:00Z'), '32.71');
    expect([form.closesAt, form.neededFrom, form.neededUntil, form.title]).toEqual([
      '2026-11-26T17:00',
      '2026-11-30',
      '2026-12-06',
      'Belanja bersama minggu 2026-W49',
    ]);
    expect(emptyForm(Date.parse('2026-11-25T03:00:00Z'), '32.71').closesAt).toBe('2026-12-03T17:00');
  });

  it('declares no rescue without a minimum, and floors where goods are sold', () => {
    const form = emptyForm(Date.parse('2026-11-22T03:00:00Z'), '32.71');
    const item = {
      packCode: 'GABAH/XSA50',
      name: 'Gabah',
      limitRp: 6_500,
      limitSource: 'HPP',
      minimumPacks: null,
      grades: [],
      distribution: undefined,
    };
    const body = bodyOf({ ...form, side: 'sell', items: [item] }, 'org');
    expect(body.rescue).toBeUndefined();
    expect(body.items).toEqual([{ packCode: 'GABAH/XSA50', floorRpPerUnit: 6_500, floorSource: 'HPP' }]);
  });
});
