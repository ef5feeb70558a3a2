import { bodyAgain } from './new-again.js';
import { formOf, type Named } from './pool-form-like.js';
import type { Pool } from './use-pool.js';

const step = (dueS: number, deputyS = 0) => ({ dueS, hasDeputy: deputyS > 0, deputyS });
const pool = {
  ...{ id: 'p', organiserId: 'org', title: 'Minggu 50', side: 'buy', purpose: 'ordinary' },
  ...{ contractMode: 'direct', regionCode: '32.71', rationingRule: 'talmud', dueBy: 'party' },
  ...{ closesAt: '2026-11-26T10:00:30.000Z', biddingPeriodS: 5_000 },
  ...{ neededFrom: '2026-12-07', neededUntil: '2026-12-13' },
  items: [
    {
      ...{ itemId: 'rice', packCode: 'BERAS-MEDIUM/XSA50', ceilingRpPerUnit: 12_800, ceilingSource: 'HPS' },
      ...{
        floorRpPerUnit: null,
        floorSource: null,
        referenceRpPerUnit: 13_500,
        grades: [],
        distribution: null,
      },
    },
  ],
  deposit: { rateBps: 250, forfeit: 'line-withdrawn', returnDays: 3, graceS: 60 },
  pricing: { kind: 'uniform', feeRpPerUnit: 50 },
  award: {
    ...{
      annualRateBps: 900,
      maxShareBps: 6_050,
      minSuppliers: 2,
      missingSupplierRp: 7,
      reservedShareBps: 100,
    },
    freight: [{ fromCode: '32.71', toCode: '32.71', rpPerUnit: 60 }],
  },
  rescue: {
    ...{ extendByS: 5_400, otherwise: 'merge', acceptsMerged: true },
    items: [{ itemId: 'rice', minimumPacks: 200 }],
  },
  seal: { mode: 'committee', openWithinHours: 5, hasDeputy: true, showsBidCount: true, holderCount: 3 },
  steps: {
    ...{ proposal: step(60, 90), objection: step(1_800), answer: step(120, 30) },
    ...{ approval: step(4_000), contract: step(4_100) },
  },
} as unknown as Pool;
const named: Named = {
  proposal: { holderId: 'ani', deputyId: 'budi' },
  answer: { holderId: null, deputyId: 'cici' },
  approval: { holderId: 'dodi', deputyId: null },
  ...{ sealHolderIds: ['x', 'y', 'z'], sealDeputyId: 'ani' },
};
const form = formOf(pool, () => 'Beras', named);

/** What the server keeps of it, word for word. */
const asItStands = {
  ...{ title: 'Minggu 50', side: 'buy', purpose: 'ordinary', contractMode: 'direct', regionCode: '32.71' },
  ...{ rationingRule: 'talmud', dueBy: 'party', closesAt: '2026-11-26T10:00:30.000Z', biddingPeriodS: 5_000 },
  ...{ neededFrom: '2026-12-07', neededUntil: '2026-12-13' },
  items: [{ packCode: 'BERAS-MEDIUM/XSA50', ceilingRpPerUnit: 12_800, ceilingSource: 'HPS' }],
  deposit: pool.deposit,
  pricing: pool.pricing,
  award: pool.award,
  rescue: {
    ...{ extendByS: 5_400, otherwise: 'merge', acceptsMerged: true },
    items: [{ packCode: 'BERAS-MEDIUM/XSA50', minimumPacks: 200 }],
  },
  seal: {
    ...{ mode: 'committee', openWithinHours: 5, showsBidCount: true, deputyId: 'ani' },
    holderPersonIds: ['x', 'y', 'z'],
  },
  steps: {
    proposal: { dueS: 60, holderId: 'ani', deputyId: 'budi', deputyS: 90 },
    standstillS: 1_800,
    answer: { dueS: 120, deputyId: 'cici', deputyS: 30 },
    approval: { dueS: 4_000, holderId: 'dodi' },
    contractDueS: 4_100,
  },
};

describe('a draft declared anew', () => {
  it('says again, to the second and the basis point, what nobody changed', () => {
    expect(bodyAgain(pool, named, form)).toEqual(asItStands);
  });

  it('changes what was changed and nothing else', () => {
    const changed = bodyAgain(pool, named, {
      ...form,
      ...{ title: 'Minggu 51', depositPercent: 5, extendHours: 4, maxSharePercent: 80, biddingHours: 2 },
      proposal: { hours: 2, holderId: 'ani', deputyId: '' },
    });
    expect(changed).toEqual({
      ...asItStands,
      ...{ title: 'Minggu 51', biddingPeriodS: 7_200 },
      deposit: { ...pool.deposit, rateBps: 500 },
      award: { ...pool.award, maxShareBps: 8_000 },
      rescue: { ...asItStands.rescue, extendByS: 14_400 },
      steps: { ...asItStands.steps, proposal: { dueS: 7_200, holderId: 'ani' } },
    });
  });

  it('declares no deposit where koperasi sell, and no rescue once its minimums are gone', () => {
    const rescueless = { ...pool, rescue: { ...pool.rescue, acceptsMerged: false } } as Pool;
    const items = form.items.map((item) => ({ ...item, minimumPacks: null }));
    const sold = bodyAgain(rescueless, named, { ...form, side: 'sell', items });
    expect(sold.deposit).toEqual({ rateBps: 0 });
    expect(sold.rescue).toBeUndefined();
  });
});
