import { declareAwardRule, freightOf, MOST_MISSING_RP, plainAwardRule } from './award-rule.js';

const known = new Set(['32.71', '32.71.01']);
const rate = (fromCode: string, toCode: string, rpPerUnit = 60) => ({ fromCode, toCode, rpPerUnit });

describe("a pool's award rule", () => {
  it('is plain in what it leaves out', () => {
    expect(declareAwardRule({}, known)).toEqual(plainAwardRule);
    expect(declareAwardRule({ maxShareBps: 4_000 }, known)).toEqual({
      ...plainAwardRule,
      maxShareBps: 4_000,
    });
  });

  it('names known regions, each pair once', () => {
    const freight = [rate('32.71', '32.71.01')];
    expect(declareAwardRule({ freight }, known).freight).toEqual(freight);
    expect(() => declareAwardRule({ freight: [...freight, ...freight] }, known)).toThrow('FREIGHT_TWICE');
    expect(() => declareAwardRule({ freight: [rate('32.71', '32.99')] }, known)).toThrow('REGION_UNKNOWN');
    expect(() => declareAwardRule({ freight: [rate('32.99', '32.71')] }, known)).toThrow('REGION_UNKNOWN');
  });

  it('weighs missing suppliers no higher than the engine can reckon', () => {
    const most = { minSuppliers: 100, missingSupplierRp: MOST_MISSING_RP / 100 };
    expect(declareAwardRule(most, known)).toMatchObject(most);
    expect(() => declareAwardRule({ ...most, missingSupplierRp: MOST_MISSING_RP / 100 + 1 }, known)).toThrow(
      'MISSING_SUPPLIERS_WEIGH_TOO_MUCH',
    );
    expect(Number.isSafeInteger(MOST_MISSING_RP * 1000)).toBe(true);
  });

  it.each([
    ['32.71.01', 40],
    ['32.71.02', 60],
    ['32.01.05', null],
  ])('counts freight to %s at %s', (zoneCode, rpPerUnit) => {
    const freight = [rate('32.71', '32.71.01', 40), rate('32.71', '32.71', 60), rate('32.01', '32.01.05', 1)];
    expect(freightOf(freight, '32.71', zoneCode)).toBe(rpPerUnit);
  });
});
