import { draftPool, type ItemRequest, type KnownPack } from './draft-pool.js';

const rice: KnownPack = {
  packCode: 'BERAS-MEDIUM/XSA50',
  commodityCode: 'BERAS-MEDIUM',
  packSizeMilli: 50_000,
  isBiddable: true,
  reference: { priceRpPerUnit: 13_500, source: 'HET 2025-08-22' },
};
const tofu: KnownPack = { ...rice, packCode: 'TAHU/XCR10', commodityCode: 'TAHU', reference: null };
const gas: KnownPack = { ...rice, packCode: 'LPG3/XGB3', isBiddable: false };
const now = new Date('2026-11-21T00:00:00Z');
const drafting =
  (items: ItemRequest[], change: object = {}, scene: object = {}) =>
  () =>
    draftPool(
      {
        regionCode: '32.71',
        closesAt: new Date('2026-11-26T10:00:00Z'),
        neededFrom: '2026-12-01',
        neededUntil: '2026-12-07',
        items,
        ...change,
      },
      {
        now,
        isOrganiserActive: true,
        organiserRegionCode: '32.71',
        isRegionKnown: true,
        closesOn: '2026-11-26',
        packs: [rice, tofu, gas],
        suppliers: [{ supplierId: 'bulog', isActive: true }],
        ...scene,
      },
    );

describe('drafting a pool', () => {
  it('takes ceiling and reference from the dated public price', () => {
    expect(drafting([{ packCode: rice.packCode }])()).toEqual([
      {
        position: 1,
        commodityCode: 'BERAS-MEDIUM',
        packCode: rice.packCode,
        packSizeMilli: 50_000,
        ceilingRpPerUnit: 13_500,
        ceilingSource: 'HET 2025-08-22',
        referenceRpPerUnit: 13_500,
        mode: 'tender',
        distribution: null,
      },
    ]);
  });

  it('takes an own ceiling with its source, and compares with the public price all the same', () => {
    const [item] = drafting([
      { packCode: rice.packCode, ceilingRpPerUnit: 12_800, ceilingSource: 'HPS rapat 20 Nov' },
    ])();
    expect(item).toMatchObject({
      ceilingRpPerUnit: 12_800,
      ceilingSource: 'HPS rapat 20 Nov',
      referenceRpPerUnit: 13_500,
    });
  });

  it.each<[string, ItemRequest[], object]>([
    ['PACK_UNKNOWN', [{ packCode: 'NONE' }], {}],
    ['PACK_NOT_BIDDABLE', [{ packCode: gas.packCode }], {}],
    ['PACK_TWICE', [{ packCode: rice.packCode }, { packCode: rice.packCode }], {}],
    ['CEILING_MISSING', [{ packCode: tofu.packCode }], {}],
    ['CEILING_WITHOUT_SOURCE', [{ packCode: tofu.packCode, ceilingRpPerUnit: 1 }], {}],
    ['CLOSING_TIME_PAST', [{ packCode: rice.packCode }], { closesAt: now }],
    ['NEED_DATES_REVERSED', [{ packCode: rice.packCode }], { neededUntil: '2026-11-30' }],
  ])('refuses %s', (code, items, change) => {
    expect(drafting(items, change)).toThrow(expect.objectContaining({ code }));
  });

  it('refuses a pool that may close after its last day of need, and allows that day itself', () => {
    expect(drafting([{ packCode: rice.packCode }], {}, { closesOn: '2026-12-08' })).toThrow(
      expect.objectContaining({
        code: 'NEED_ENDS_BEFORE_CLOSING',
        errors: [expect.objectContaining({ field: 'neededUntil' })],
      }),
    );
    expect(drafting([{ packCode: rice.packCode }], {}, { closesOn: '2026-12-07' })).not.toThrow();
  });

  it.each<[string, object]>([
    ['ORGANISER_SUSPENDED', { isOrganiserActive: false }],
    ['REGION_UNKNOWN', { isRegionKnown: false }],
    ['REGION_OUT_OF_REACH', { organiserRegionCode: '32.75' }],
    ['REGION_OUT_OF_REACH', { organiserRegionCode: null }],
  ])('refuses %s of the organiser', (code, scene) => {
    expect(drafting([{ packCode: rice.packCode }], {}, scene)).toThrow(expect.objectContaining({ code }));
  });
});

describe.each(['buy', 'sell'] as const)('the limit of an item in a %s pool', (side) => {
  const [limit, source, other] =
    side === 'buy'
      ? (['ceilingRpPerUnit', 'ceilingSource', 'FLOOR_WHEN_BUYING'] as const)
      : (['floorRpPerUnit', 'floorSource', 'CEILING_WHEN_SELLING'] as const);
  const name = side === 'buy' ? 'CEILING' : 'FLOOR';
  const tofuAt = (change: object) => drafting([{ packCode: tofu.packCode, ...change }], { side });

  it('is the public price, or an own one with its source', () => {
    expect(drafting([{ packCode: rice.packCode }], { side })()).toMatchObject([
      { ceilingRpPerUnit: 13_500, ceilingSource: 'HET 2025-08-22' },
    ]);
    expect(tofuAt({ [limit]: 9_000, [source]: 'rapat' })()).toMatchObject([
      { ceilingRpPerUnit: 9_000, ceilingSource: 'rapat', referenceRpPerUnit: 9_000 },
    ]);
  });

  it.each([
    [`${name}_MISSING`, {}],
    [`${name}_WITHOUT_SOURCE`, { [limit]: 9_000 }],
    [other, { ceilingRpPerUnit: 1, floorRpPerUnit: 1, ceilingSource: 'x', floorSource: 'x' }],
  ])('refuses %s', (code, change) => {
    expect(tofuAt(change)).toThrow(expect.objectContaining({ code }));
  });

  it('is for items by tender, when selling', () => {
    const run = tofuAt({ [limit]: 9_000, [source]: 'rapat', mode: 'distribution' });
    expect(run).toThrow(
      expect.objectContaining({
        code: side === 'sell' ? 'DISTRIBUTION_WHEN_SELLING' : 'DISTRIBUTION_TERMS_MISSING',
      }),
    );
  });
});
